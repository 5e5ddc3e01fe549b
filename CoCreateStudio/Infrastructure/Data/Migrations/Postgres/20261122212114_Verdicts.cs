using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoCreateStudio.Infrastructure.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Verdicts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ContentHash",
                table: "Verifications",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "Verifications",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MeasurementId",
                table: "Verifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValueOn",
                table: "Verifications",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WaivedAt",
                table: "Verifications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WaivedHow",
                table: "Verifications",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WaivedMeetingId",
                table: "Verifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WaivedScanId",
                table: "Verifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WaivedTitle",
                table: "Verifications",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Metric",
                table: "Measurements",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "Measurements",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ContentHash",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "MeasurementId",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "ValueOn",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "WaivedAt",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "WaivedHow",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "WaivedMeetingId",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "WaivedScanId",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "WaivedTitle",
                table: "Verifications");

            migrationBuilder.DropColumn(
                name: "Metric",
                table: "Measurements");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "Measurements");
        }
    }
}
