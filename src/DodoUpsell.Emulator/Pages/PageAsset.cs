using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.Emulator.Pages;

/// <summary>A style sheet or script that is part of this assembly.</summary>
internal sealed class PageAsset
{
    private PageAsset(string text)
    {
        Text = text;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        PolicySource = $"'sha256-{Convert.ToBase64String(hash)}'";
    }

    public static PageAsset CheckoutStyle { get; } = Read("pages.css", "checkout.css");

    public static PageAsset ConsoleStyle { get; } = Read("pages.css", "console.css");

    public static PageAsset ConsoleScript { get; } = Read("console.js");

    public string Text { get; }

    /// <summary>Gets the source expression that allows the text, and nothing else, inside a page.</summary>
    public string PolicySource { get; }

    private static PageAsset Read(params string[] names) => new(string.Concat(names.Select(Content)));

    private static string Content(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A browser hashes the text after it has normalized the ends of its lines.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
