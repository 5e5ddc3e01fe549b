using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Tests.Domain.Meetings;

public class NoteReferenceTests
{
    [Theory]
    [InlineData(NoteKind.Action, 12, "A-12")]
    [InlineData(NoteKind.Risk, 1, "K-1")]
    [InlineData(NoteKind.Requirement, 3, "R-3")]
    [InlineData(NoteKind.Action, null, null)]
    [InlineData(NoteKind.KeyPoint, 1, null)]
    public void What_has_a_number_is_called_by_its_letter_and_number(NoteKind kind, int? number, string? name) => Assert.Equal(name, kind.Reference(number));

    [Theory]
    [InlineData("D-12", 12)]
    [InlineData("d-3", 3)]
    [InlineData("#3", 3)]
    [InlineData("A-3", null)]
    [InlineData("3", null)]
    [InlineData("D-", null)]
    [InlineData("D-3 x", null)]
    [InlineData("", null)]
    public void Somebody_names_a_number_by_its_letter_or_a_sign(string text, int? number) => Assert.Equal(number, NoteKind.Decision.NumberIn(text));
}
