using DodoUpsell.Emulator.Common;

namespace DodoUpsell.Emulator.Tests.Pages;

public sealed class CountryTests
{
    [Fact]
    public void Every_country_that_the_API_accepts_has_a_name_and_no_other() =>
        Assert.Equal(
            Countries.All.Order(StringComparer.Ordinal),
            CountryNames.All.Select(country => country.Code).Order(StringComparer.Ordinal)
        );
}
