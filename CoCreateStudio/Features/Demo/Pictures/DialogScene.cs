namespace CoCreateStudio.Features.Demo.Pictures;

/// <summary>An error dialog over a list.</summary>
internal static class DialogScene
{
    private static readonly (string Title, string[] Lines)[] Errors =
    [
        ("Change request rejected", ["The request was returned to its author.", "Attachments: 0 of 3 kept.", "E-4107 file not found in /tmp/cr"]),
        ("Save failed", ["Another user changed this record.", "Your input was not saved.", "E-2031 version 14, expected 13"]),
        ("Import stopped", ["Row 27: unit \"k\" is not known.", "0 of 1,912 rows were imported.", "E-5518 column 6"]),
        ("Session expired", ["Please sign in again.", "Unsaved comments are lost.", "E-1003 after 20 minutes"]),
        ("No answer from ERP", ["Material master not updated.", "Tried 1 of 1 times.", "E-7720 gateway timeout, 30 s"]),
    ];

    public static void Paint(Screen screen)
    {
        var canvas = screen.Canvas;
        screen.Title("Change requests", "+ New", "Changes");
        TableScene.Rows(screen, 12);
        canvas.Dim(0, 0, ScreenshotPainter.Width, ScreenshotPainter.Height);
        var error = Errors[screen.Chance.Next(Errors.Length)];
        const int x = 230, y = 170, w = 540, h = 246;
        canvas.Box(x, y, w, h, Ink.White);
        canvas.Box(x + 24, y + 26, 30, 30, Ink.Red);
        canvas.Text(x + 36, y + 30, "!", Ink.White, 3);
        canvas.Text(x + 70, y + 30, error.Title, Ink.Dark, 3);
        canvas.Text(x + 70, y + 78, error.Lines[0], Ink.Text);
        canvas.Text(x + 70, y + 104, error.Lines[1], Ink.Text);
        canvas.Box(x + 70, y + 134, w - 94, 34, Ink.RedSoft);
        canvas.Text(x + 82, y + 143, error.Lines[2], Ink.Red);
        screen.Button(x + w - 184, y + h - 50, "Cancel", Ink.White, Ink.Text);
        screen.Button(x + w - 80, y + h - 50, "OK", Ink.Accent, Ink.White);
        if (screen.Chance.Next(2) == 0) screen.Mark(x + 70, y + 134, w - 94, 34);
        else screen.Mark(x + 66, y + 100, Canvas.Width(error.Lines[1]) + 8, 24);
    }
}
