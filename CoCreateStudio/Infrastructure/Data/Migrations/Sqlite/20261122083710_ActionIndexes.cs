using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoCreateStudio.Infrastructure.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ActionIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_ProjectId_DoneAt_DueOn",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_ProjectId_ResolvedAt",
                table: "Entries");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_Actions",
                table: "Entries",
                columns: new[] { "ProjectId", "DoneAt", "DueOn", "SaidAt", "Number", "Owner", "CustomerId" },
                filter: "\"Kind\" = 'Action' AND \"ArchivedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_Decisions",
                table: "Entries",
                columns: new[] { "ProjectId", "Number" },
                filter: "\"Kind\" = 'Decision' AND \"ArchivedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_OpenIssues",
                table: "Entries",
                columns: new[] { "ProjectId", "ResolvedAt", "SaidAt", "Number", "Owner", "CustomerId" },
                filter: "\"Kind\" = 'OpenIssue' AND \"ArchivedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_Requirements",
                table: "Entries",
                columns: new[] { "ProjectId", "Requirement" },
                filter: "\"Requirement\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_Actions",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_Decisions",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_OpenIssues",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_Requirements",
                table: "Entries");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ProjectId_DoneAt_DueOn",
                table: "Entries",
                columns: new[] { "ProjectId", "DoneAt", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ProjectId_ResolvedAt",
                table: "Entries",
                columns: new[] { "ProjectId", "ResolvedAt" });
        }
    }
}
