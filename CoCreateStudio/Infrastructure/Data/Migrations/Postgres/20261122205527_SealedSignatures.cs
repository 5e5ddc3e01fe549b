using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoCreateStudio.Infrastructure.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SealedSignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OwnHash",
                table: "SignOffs",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplyRecordedBy",
                table: "CriterionAnswers",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecallReason",
                table: "AgreementVersions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "OwnHash",
                table: "SignOffs");

            migrationBuilder.DropColumn(
                name: "ReplyRecordedBy",
                table: "CriterionAnswers");

            migrationBuilder.DropColumn(
                name: "RecallReason",
                table: "AgreementVersions");
        }
    }
}
