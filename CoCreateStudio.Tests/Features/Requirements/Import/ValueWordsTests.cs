using CoCreateStudio.Features.Requirements.Import;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

public class ValueWordsTests
{
    [Theory]
    [InlineData("高", "High")]
    [InlineData("超高", "Critical")]
    [InlineData("🔴高", "High")]
    [InlineData("🟡中", "Medium")]
    [InlineData("1-Critical", "Critical")]
    [InlineData("3-Medium", "Medium")]
    [InlineData("P2", "Medium")]
    [InlineData(" major ", "High")]
    [InlineData("☆☆☆☆☆☆", "Critical")]
    [InlineData("☆☆☆☆☆", "High")]
    [InlineData("☆☆☆", "Medium")]
    [InlineData("☆", "Low")]
    [InlineData("1", "Critical")]
    [InlineData("不紧急", "Low")]
    [InlineData("緊急", "Critical")]
    [InlineData("", null)]
    [InlineData("N/A", null)]
    [InlineData("小", null)]
    public void Urgency_is_read_from_what_people_write(string text, string? expected) => Assert.Equal(expected, UrgencyWords.Read(text));

    [Theory]
    [InlineData("接受，将补充该部分内容", "Accepted", "将补充该部分内容")]
    [InlineData("不接受", "Declined", "")]
    [InlineData("待细化", "New", "")]
    [InlineData("已排期", "Planned", "")]
    [InlineData("开发中", "InProgress", "")]
    [InlineData("進行中", "InProgress", "")]
    [InlineData("已上线", "Delivered", "")]
    [InlineData("验收通过", "Verified", "")]
    [InlineData("duplicate", "Duplicate", "")]
    [InlineData("To Do", "New", "")]
    [InlineData("Rejected: not in scope", "Declined", "not in scope")]
    [InlineData("已拒绝（超出范围）", "Declined", "超出范围")]
    [InlineData("待定", null, "待定")]
    [InlineData("下周再看", null, "下周再看")]
    [InlineData("-", null, "")]
    public void Status_is_read_with_the_reason_behind_it(string text, string? status, string reason) =>
        Assert.Equal(new ReadStatus(status, reason), StatusWords.Read(text));
}
