using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoCreateStudio.Infrastructure.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Triage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FirstAnsweredAt",
                table: "Requirements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SnoozedUntil",
                table: "Requirements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstAnswer",
                table: "Projects",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            // Replies that are there have been given; the nearest moment that is known is when the status was reached.
            migrationBuilder.Sql("UPDATE \"Requirements\" SET \"FirstAnsweredAt\" = \"StatusSince\" WHERE \"PublicReply\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Requirements_ProjectId_ArchivedAt_Status_FirstAnsweredAt_Urgency_CreatedAt_SnoozedUntil_Number",
                table: "Requirements",
                columns: new[] { "ProjectId", "ArchivedAt", "Status", "FirstAnsweredAt", "Urgency", "CreatedAt", "SnoozedUntil", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Requirements_ProjectId_ArchivedAt_Status_FirstAnsweredAt_Urgency_CreatedAt_SnoozedUntil_Number",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "FirstAnsweredAt",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "SnoozedUntil",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "FirstAnswer",
                table: "Projects");
        }
    }
}
