namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>The texts of the workbook, each kept once.</summary>
internal static class SharedTexts
{
    public static IReadOnlyList<string> Read(XlsxPackage package, string? part, ReadLimits limits)
    {
        var texts = new List<string>();
        if (part is null || !package.Has(part)) return texts;
        var left = limits.SharedTextLetters;
        using var xml = XlsxPackage.Read(package.OpenLong(part));
        while (xml.Next())
        {
            if (!xml.IsStart("si")) continue;
            var text = xml.RichText();
            left -= text.Length + 24;
            if (left < 0) throw new FileRefusedException(nameof(ReadingText.TooLargeInside), null, Math.Max(1, limits.SharedTextLetters >> 19));
            texts.Add(text);
        }

        return texts;
    }
}
