namespace CoCreateStudio.Kit.Excel.Reading.Tables;

internal static class MappingWords
{
    public static string Of(MappingReason reason) => reason switch
    {
        MappingReason.SameWords => ReadingText.WhySameWords,
        MappingReason.BeforeBracket => ReadingText.WhyBeforeBracket,
        MappingReason.OftenMeans => ReadingText.WhyOftenMeans,
        MappingReason.SimilarWords => ReadingText.WhySimilarWords,
        MappingReason.OtherColumnFitsBetter => ReadingText.WhyOtherColumnFitsBetter,
        MappingReason.ValuesDoNotFit => ReadingText.WhyValuesDoNotFit,
        MappingReason.CountsUp => ReadingText.WhyCountsUp,
        MappingReason.FirstText => ReadingText.WhyFirstText,
        MappingReason.HoldsPictures => ReadingText.WhyHoldsPictures,
        MappingReason.HoldsLinks => ReadingText.WhyHoldsLinks,
        MappingReason.Chosen => ReadingText.WhyChosen,
        MappingReason.OurOwn => ReadingText.WhyOurOwn,
        MappingReason.LastTime => ReadingText.WhyLastTime,
        _ => ReadingText.WhyNothingFits,
    };

    public static string Of(SheetVerdict verdict) => verdict switch
    {
        SheetVerdict.Hidden => ReadingText.SheetHidden,
        SheetVerdict.Empty => ReadingText.SheetEmpty,
        SheetVerdict.PicturesOnly => ReadingText.SheetPicturesOnly,
        SheetVerdict.Pivot => ReadingText.SheetPivot,
        SheetVerdict.NoTable => ReadingText.SheetNoTable,
        SheetVerdict.OffTopic => ReadingText.SheetOffTopic,
        SheetVerdict.OtherKind => ReadingText.SheetOtherKind,
        _ => ReadingText.SheetUsed,
    };
}
