using System.IO.Compression;
using System.Xml.Linq;

namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>Writes the pictures of one sheet, one after the other, and the drawing that anchors them in their cells.</summary>
internal sealed class SheetDrawing(Package package, string part, IReadOnlyList<PlacedPicture> pictures)
{
    private const double EmuPerPixel = 9525;
    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    public async Task WriteAsync(CancellationToken ct)
    {
        for (var i = 0; i < pictures.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            package.DeclareExtension(pictures[i].Extension, $"image/{pictures[i].Extension}");
            await using var to = package.Create(MediaPart(i), CompressionLevel.NoCompression);
            await using var from = await pictures[i].Source.OpenAsync(ct);
            await from.CopyToAsync(to, ct);
        }

        package.Declare(part, "application/vnd.openxmlformats-officedocument.drawing+xml");
        package.Write(part, new XStreamingElement(Xdr + "wsDr",
            new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", Package.Office), pictures.Select(Anchor)).WriteTo);
        package.WriteRelationships(part, pictures.Select((_, i) => ($"p{i + 1}", "image", "/" + MediaPart(i))));
    }

    /// <summary>From and to lie in the same cell: the picture hides and moves with its row when somebody filters or sorts.</summary>
    private static XElement Anchor(PlacedPicture picture, int i) => new(Xdr + "twoCellAnchor",
        Marker("from", picture, picture.X, PictureStrip.Gap),
        Marker("to", picture, picture.X + picture.Width, PictureStrip.Gap + picture.Height),
        new XElement(Xdr + "pic", Names(picture, i), Fill(i), Shape(picture)),
        new XElement(Xdr + "clientData"));

    private static XElement Marker(string name, PlacedPicture picture, double x, double y) => new(Xdr + name,
        new XElement(Xdr + "col", picture.Column), new XElement(Xdr + "colOff", Emu(x)),
        new XElement(Xdr + "row", picture.Row), new XElement(Xdr + "rowOff", Emu(y)));

    private static XElement Names(PlacedPicture picture, int i) => new(Xdr + "nvPicPr",
        new XElement(Xdr + "cNvPr", new XAttribute("id", i + 2), new XAttribute("name", $"Picture {i + 1}"), new XAttribute("descr", PlainText.Of(picture.Source.Name))),
        new XElement(Xdr + "cNvPicPr", new XElement(A + "picLocks", new XAttribute("noChangeAspect", 1))));

    private static XElement Fill(int i) => new(Xdr + "blipFill",
        new XElement(A + "blip", new XAttribute(Package.Office + "embed", $"p{i + 1}")),
        new XElement(A + "stretch", new XElement(A + "fillRect")));

    private static XElement Shape(PlacedPicture picture) => new(Xdr + "spPr",
        new XElement(A + "xfrm",
            new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
            new XElement(A + "ext", new XAttribute("cx", Emu(picture.Width)), new XAttribute("cy", Emu(picture.Height)))),
        new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")));

    private static long Emu(double pixels) => (long)(pixels * EmuPerPixel);

    private string MediaPart(int i) => $"xl/media/{Path.GetFileNameWithoutExtension(part)}-{i + 1}.{pictures[i].Extension}";
}
