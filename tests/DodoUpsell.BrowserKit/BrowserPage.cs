using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DodoUpsell.BrowserKit;

/// <summary>A page in one view. Disposing closes it and forgets its cookies.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    internal BrowserPage(IBrowserContext context, IPage page, BrowserView view)
    {
        _context = context;
        Page = page;
        View = view;
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
                Complain(message.Text);
        };
        page.PageError += (_, error) => Complain(error);
    }

    /// <summary>Gets the page, for everything that Playwright can do with it.</summary>
    public IPage Page { get; }

    /// <summary>Gets the view.</summary>
    public BrowserView View { get; }

    /// <summary>
    /// Gets what the browser complained about so far: exceptions of scripts, violations of a content security policy,
    /// responses that are errors.
    /// </summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
                return [.. _errors];
        }
    }

    /// <summary>Does what leads to another page, such as a click, and waits until that page can be read.</summary>
    /// <param name="action">What leaves the page that is shown now.</param>
    public async Task LeaveAsync(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        // The next page is the one without the mark.
        await Page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await action();
        await IsReadAsync("html:not([data-left])");
    }

    /// <summary>Waits for a page at an address that matches, until it can be read.</summary>
    public async Task ArriveAsync(Regex address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(address, new() { Timeout = RealBrowser.Patience });
        await IsReadAsync();
    }

    // The document is asked, and not waited for with WaitForLoadStateAsync: that first looks whether the page is loaded
    // and only then listens, so it waits for ever when the event arrives between the two.
    private Task IsReadAsync(string document = "html") =>
        Assertions
            .Expect(Page.Locator(document))
            .Not.ToHaveJSPropertyAsync("ownerDocument.readyState", "loading", new() { Timeout = RealBrowser.Patience });

    /// <summary>Gets the text that a person can read on the page.</summary>
    public Task<string> TextAsync() => Page.Locator("body").InnerTextAsync();

    /// <summary>Checks the page with axe, and that nothing has to be scrolled sideways.</summary>
    /// <exception cref="InaccessiblePageException">axe found a violation, or the page is wider than the window.</exception>
    public async Task IsAccessibleAsync()
    {
        if (!View.RunsScripts)
            throw new InvalidOperationException("axe is a script: check the page in a view that runs scripts.");

        var result = await Page.RunAxe();
        if (result.Violations.Length > 0)
        {
            var lines = result.Violations.SelectMany(Describe).Prepend($"{Page.Url} ({View.Name}):");
            throw new InaccessiblePageException(string.Join(Environment.NewLine, lines));
        }

        await FitsAsync();
    }

    /// <summary>Checks that nothing has to be scrolled sideways.</summary>
    /// <exception cref="InaccessiblePageException">The page is wider than the window.</exception>
    public async Task FitsAsync()
    {
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > View.Width)
            throw new InaccessiblePageException(
                $"{Page.Url} ({View.Name}) is {width} pixels wide, in a window of {View.Width}."
            );
    }

    /// <summary>Keeps a picture of the whole page in the folder of the suite's screenshots.</summary>
    /// <param name="name">The name of the page; the view is appended.</param>
    /// <returns>The full path of the file.</returns>
    public async Task<string> KeepScreenshotAsync(string name)
    {
        var path = Path.Combine(ScreenshotFolder.FullPath, $"{name}.{View.Name}.png");
        await Page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = path,
                FullPage = true,
                Animations = ScreenshotAnimations.Disabled,
            }
        );
        return path;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static IEnumerable<string> Describe(AxeResultItem violation)
    {
        yield return $"{violation.Id} ({violation.Impact}): {violation.Help}";
        foreach (var node in violation.Nodes)
        {
            yield return $"  {node.Html}";
            foreach (var check in node.Any.Concat(node.All).Concat(node.None))
                yield return $"    {check.Message}";
        }
    }

    private void Complain(string error)
    {
        lock (_errors)
            _errors.Add(error);
    }
}
