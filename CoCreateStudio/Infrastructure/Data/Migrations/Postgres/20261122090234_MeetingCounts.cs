using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoCreateStudio.Infrastructure.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MeetingCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Entries_MeetingId_ArchivedAt_Kind_ProjectId_CustomerId",
                table: "Entries",
                columns: new[] { "MeetingId", "ArchivedAt", "Kind", "ProjectId", "CustomerId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_MeetingId_ArchivedAt_Kind_ProjectId_CustomerId",
                table: "Entries");
        }
    }
}
