using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoCreateStudio.Infrastructure.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DecidedChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "ChangeRequests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "ChangeRequests",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedWhy",
                table: "ChangeRequests",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "EnteredBy",
                table: "ChangeRequests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "ChangeRequests",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "Raised");

            // Until now, whatever was raised opened the draft at once, and stayed open until it was signed.
            migrationBuilder.Sql("""UPDATE "ChangeRequests" SET "State" = CASE WHEN "AppliedAt" IS NULL THEN 'Accepted' ELSE 'Applied' END;""");

            migrationBuilder.AddColumn<string>(
                name: "EarlierChanges",
                table: "AcceptanceCriteria",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProposedById",
                table: "AcceptanceCriteria",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "ChangeRequests");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "ChangeRequests");

            migrationBuilder.DropColumn(
                name: "DecidedWhy",
                table: "ChangeRequests");

            migrationBuilder.DropColumn(
                name: "EnteredBy",
                table: "ChangeRequests");

            migrationBuilder.DropColumn(
                name: "State",
                table: "ChangeRequests");

            migrationBuilder.DropColumn(
                name: "EarlierChanges",
                table: "AcceptanceCriteria");

            migrationBuilder.DropColumn(
                name: "ProposedById",
                table: "AcceptanceCriteria");
        }
    }
}
