using System.Buffers;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>A status, and what was written after it.</summary>
public sealed record ReadStatus(string? Status, string Reason);

/// <summary>Reads how far something is. People write the reason into the same cell: "接受，将补充该部分内容".</summary>
public static class StatusWords
{
    public const string New = "New";
    public const string Accepted = "Accepted";
    public const string Planned = "Planned";
    public const string InProgress = "InProgress";
    public const string Delivered = "Delivered";
    public const string Verified = "Verified";
    public const string Declined = "Declined";
    public const string Duplicate = "Duplicate";

    private static readonly SearchValues<char> Breaks = SearchValues.Create("，,；;：:。\n（(");

    private static readonly WordTable Words = new(
        (New, "新|新建|待评审|待细化|待规划|待排期|待办|待处理|待确认|待解决|未开始|未处理|未解决|待評審|待處理|待確認|待辦|未處理|未解決|New|Open|To Do|Reopened|Not Started|Submitted"),
        (Accepted, "接受|已接受|同意|采纳|已采纳|确认|已确认|新增|待优化|待开发|接納|採納|已確認|Accepted|Approved|Agreed|Confirmed"),
        (Planned, "已排期|排期中|已规划|已计划|计划中|已排程|Planned|Scheduled"),
        (InProgress, "开发中|测试中|进行中|处理中|修改中|跟进中|解决中|調試中|调试中|開發中|測試中|進行中|處理中|跟進中|In Progress|Active|Doing|WIP|Ongoing|Started|In Development"),
        (Delivered, "已上线|已完成|完成|已处理|研发已完成|支持确认完成|已解决|已修复|已修改|已实现|已发布|已关闭|关闭|已上線|已處理|已解決|已修復|已修改|Done|Complete|Completed|Delivered|Resolved|Fixed|Implemented|Released|Closed"),
        (Verified, "已验证|验证通过|已验收|验收通过|通过|客户已确认|已驗證|驗證通過|已驗收|通過|Verified|Pass|Passed|Verified by customer|Accepted by customer"),
        (Declined, "已拒绝|拒绝|不接受|不同意|不采纳|不处理|不予处理|不做|驳回|已驳回|暂停|搁置|取消|已取消|拒絕|已拒絕|不採納|不處理|駁回|暫停|擱置|Declined|Rejected|Deferred|Won't fix|Wontfix|Cancelled|Canceled|On hold"),
        (Duplicate, "重复|重复需求|重复问题|重複|Duplicate|Duplicated"));

    public static ReadStatus Read(string text)
    {
        var whole = text.Trim();
        if (Words.Find(whole) is { } plain) return new ReadStatus(plain, "");
        var end = whole.AsSpan().IndexOfAny(Breaks);
        if (end > 0 && Words.Find(whole[..end]) is { } status) return new ReadStatus(status, whole[(end + 1)..].Trim().TrimEnd('）', ')'));
        return new ReadStatus(null, WordTable.SaysNothing(whole) ? "" : whole);
    }
}
