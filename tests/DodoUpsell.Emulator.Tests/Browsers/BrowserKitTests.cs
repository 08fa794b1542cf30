using DodoUpsell.BrowserKit;

[assembly: AssemblyFixture(typeof(RealBrowser))]

namespace DodoUpsell.Emulator.Tests.Browsers;

/// <summary>The tool that the other tests of pages trust.</summary>
public sealed class BrowserKitTests(RealBrowser browser)
{
    private const string Head =
        """<html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1">""";

    public static TheoryData<int> Views { get; } = [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_shown_in_the_size_and_the_colours_of_its_view(int view)
    {
        await using var site = await Site.StartAsync($"{Head}<main>A shop.</main>");
        var expected = BrowserView.All[view];

        await using var page = await browser.OpenAsync(expected, $"http://shop.test:{site.Port}/");

        Assert.Equal(expected.Width, await page.Page.EvaluateAsync<int>("innerWidth"));
        Assert.Equal(
            expected.IsDark,
            await page.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches")
        );
        Assert.Equal("A shop.", await page.TextAsync());
        var file = new FileInfo(await page.KeepScreenshotAsync("kit"));
        Assert.True(file.Length > 500);
    }

    [Fact]
    public async Task A_page_that_axe_finds_fault_with_fails()
    {
        await using var site = await Site.StartAsync(
            $"{Head}<main><h1>Shop</h1><input><p style='color:#aaa'>Pale</p></main>"
        );
        await using var page = await browser.OpenAsync(BrowserView.Desktop, $"http://127.0.0.1:{site.Port}/");

        var error = await Assert.ThrowsAsync<InaccessiblePageException>(page.IsAccessibleAsync);

        Assert.Contains("color-contrast", error.Message, StringComparison.Ordinal);
        Assert.Contains("label", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_too_wide_for_a_phone_fails_and_a_good_one_passes()
    {
        await using var wide = await Site.StartAsync($"{Head}<main><h1 style='width:500px'>Shop</h1></main>");
        await using var good = await Site.StartAsync($"{Head}<main><h1>Shop</h1></main>");
        await using var page = await browser.OpenAsync(BrowserView.Phone, $"http://127.0.0.1:{wide.Port}/");

        var error = await Assert.ThrowsAsync<InaccessiblePageException>(page.FitsAsync);

        Assert.Contains("pixels wide", error.Message, StringComparison.Ordinal);
        await page.Page.GotoAsync($"http://127.0.0.1:{good.Port}/");
        await page.IsAccessibleAsync();
    }

    [Fact]
    public async Task Scripts_run_or_not_and_what_the_browser_refuses_is_kept()
    {
        await using var site = await Site.StartAsync(
            "<p id=p>off</p><script>p.textContent = 'on'; throw new Error('broken');</script>"
        );
        await using var on = await browser.OpenAsync(BrowserView.Desktop, $"http://127.0.0.1:{site.Port}/");
        await using var off = await browser.OpenAsync(
            BrowserView.Desktop with
            {
                RunsScripts = false,
            },
            $"http://127.0.0.1:{site.Port}/"
        );

        Assert.Equal("on", await on.TextAsync());
        Assert.Contains(on.Errors, error => error.Contains("broken", StringComparison.Ordinal));
        Assert.Equal("off", await off.TextAsync());
    }
}
