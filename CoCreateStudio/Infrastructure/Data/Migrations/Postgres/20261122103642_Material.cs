using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoCreateStudio.Infrastructure.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Material : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Material",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AddedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Material", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Material_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MaterialContents",
                columns: table => new
                {
                    MaterialId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MaterialContents", x => x.MaterialId);
                    table.ForeignKey(
                        name: "FK_MaterialContents_Material_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "Material",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Material_ProjectId",
                table: "Material",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Material_TopicId",
                table: "Material",
                column: "TopicId");

            migrationBuilder.Sql(
                """
                INSERT INTO "Material" ("Id", "ProjectId", "TopicId", "Title", "AddedById", "AddedBy", "Kind", "Url", "Version")
                SELECT "Id", "ProjectId", "TopicId", "Title", "AddedById", "AddedBy", 'Link', "Url", "Version" FROM "TopicLinks"
                """);

            migrationBuilder.DropTable(
                name: "TopicLinks");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TopicLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AddedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopicLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TopicLinks_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TopicLinks_ProjectId",
                table: "TopicLinks",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_TopicLinks_TopicId",
                table: "TopicLinks",
                column: "TopicId");

            migrationBuilder.Sql(
                """
                INSERT INTO "TopicLinks" ("Id", "ProjectId", "TopicId", "Title", "AddedById", "AddedBy", "Url", "Version")
                SELECT "Id", "ProjectId", "TopicId", "Title", "AddedById", "AddedBy", "Url", "Version" FROM "Material" WHERE "Kind" = 'Link' AND "RemovedAt" IS NULL
                """);

            migrationBuilder.DropTable(
                name: "MaterialContents");

            migrationBuilder.DropTable(
                name: "Material");
        }
    }
}
