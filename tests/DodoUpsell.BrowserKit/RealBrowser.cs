using DodoUpsell.TestKit;
using Microsoft.Playwright;

namespace DodoUpsell.BrowserKit;

/// <summary>
/// The Chromium of this machine without a window, driven by Playwright, which downloads nothing. It starts with the
/// first page, so it can be an assembly fixture of a suite whose other tests need no browser.
/// </summary>
/// <example>
/// <code>
/// [assembly: AssemblyFixture(typeof(RealBrowser))]
///
/// await using var page = await browser.OpenAsync(BrowserView.Phone, address);
/// await page.Page.ClickAsync("text=Pay");
/// await page.IsAccessibleAsync();
/// await page.KeepScreenshotAsync("checkout");
/// </code>
/// </example>
public sealed class RealBrowser : IAsyncDisposable
{
    internal const float Patience = 120_000;

    // The one without a window starts in half the time.
    private static readonly string[] Names =
    [
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-proxy-server",
        // Other sites of this machine: every host name that ends in .test.
        "--host-resolver-rules=MAP *.test 127.0.0.1",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>Opens a page with its own cookies.</summary>
    /// <param name="view">The size, the colours, and whether scripts run.</param>
    /// <param name="address">The first address, or null for an empty page.</param>
    /// <exception cref="MissingComponentException">There is no Chromium on this machine.</exception>
    public async Task<BrowserPage> OpenAsync(BrowserView view, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (_, browser) = await _started.Value;
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height },
                IsMobile = view.IsPhone,
                HasTouch = view.IsPhone,
                ColorScheme = view.IsDark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = view.RunsScripts,
                Locale = "en-US",
                TimezoneId = "UTC",
                ReducedMotion = ReducedMotion.Reduce,
                IgnoreHTTPSErrors = true,
            }
        );
        // A machine that runs other suites at the same time is slow, which is no failure.
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        try
        {
            var page = new BrowserPage(context, await context.NewPageAsync(), view);
            if (address is not null)
                await page.Page.GotoAsync(address);

            return page;
        }
        catch
        {
            await context.CloseAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;

        try
        {
            var (driver, browser) = await _started.Value;
            await browser.CloseAsync();
            driver.Dispose();
        }
        catch (MissingComponentException)
        {
            // It never started, and the tests that needed it have said so.
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var program =
            Find()
            ?? throw Components.Missing("Chromium", "install the package `chromium`, or run eng/test.sh as root");
        var driver = await Playwright.CreateAsync();
        try
        {
            var options = new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Args = Arguments,
                Timeout = Patience,
            };
            return (driver, await driver.Chromium.LaunchAsync(options));
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return Names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
