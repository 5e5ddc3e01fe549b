using CoCreateStudio.Domain;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.RoundTrip;

public class SentTableTests
{
    [Fact]
    public void A_table_may_come_back_more_than_once()
    {
        var table = Table();

        table.Return(Samples.Now, "Mei");
        table.Return(Samples.Now.AddDays(1), "Tom");

        Assert.Equal((Samples.Now.AddDays(1), "Tom"), (table.ReturnedAt, table.ReturnedBy));
    }

    [Fact]
    public void A_revoked_table_is_not_taken_back()
    {
        var table = Table();
        table.Revoke(Samples.Now);
        table.Revoke(Samples.Now.AddDays(1));

        Refused.By(nameof(RuleText.TableRevoked), () => table.Return(Samples.Now, "Mei"));

        Assert.Equal((Samples.Now, null), (table.RevokedAt, table.ReturnedAt));
    }

    private static SentTable Table() => new(Guid.NewGuid(), Guid.NewGuid(), null, "Mei", Samples.Now, "en", "UTC");
}
