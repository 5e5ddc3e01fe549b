using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Tests.Kit.Excel.Reading.Tables;

internal static class SampleWords
{
    public static readonly ImportWords All = new(
    [
        new ImportTarget("Text", TargetRole.Essence, ["问题描述", "Description"]),
        new ImportTarget("No", TargetRole.Number, ["序号", "No."]),
        new ImportTarget("Picture", TargetRole.Picture, ["截图"]) { Many = true },
        new ImportTarget("Urgency", TargetRole.Plain, ["紧急程度", "Priority", "Severity"]),
        new ImportTarget("Reporter", TargetRole.Plain, ["提出人"]),
        new ImportTarget("Notes", TargetRole.Note, ["备注"]) { Many = true },
    ],
    ["Test Case ID", "Test Data"],
    ["填写说明", "Lists"]);
}
