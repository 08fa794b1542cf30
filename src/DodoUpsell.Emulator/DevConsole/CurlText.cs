using System.Text;
using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.Webhooks;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>Writes requests as commands for a shell.</summary>
internal static class CurlText
{
    private const string Break = " \\\n  ";

    /// <summary>Returns the command that repeats a request. The key comes from the environment.</summary>
    public static string Of(RequestActivity request, Uri origin)
    {
        var command = new StringBuilder("curl");
        if (request.Method is not "GET")
            command.Append(" -X ").Append(Quote(request.Method));

        command.Append(' ').Append(Quote(new Uri(origin, "/").GetLeftPart(UriPartial.Authority) + request.Target));
        if (request.HasKey)
            command.Append(Break).Append("-H \"Authorization: Bearer $DODO_PAYMENTS_API_KEY\"");

        var body = BodyText.Raw(request.Body);
        if (body.Length == 0)
            return command.ToString();

        // curl declares a form by itself.
        if (body[0] is '{' or '[')
            command.Append(Break).Append("-H ").Append(Quote($"Content-Type: {WireResponse.JsonType}"));

        return command.Append(Break).Append("--data-raw ").Append(Quote(body)).ToString();
    }

    /// <summary>
    /// Returns the command that repeats an attempt. The body is not changed, because the signature covers every byte.
    /// </summary>
    public static string Of(WebhookMessage message)
    {
        var command = new StringBuilder("curl -X POST ").Append(Quote(message.Url.AbsoluteUri));
        Header("Content-Type", WireResponse.JsonType);
        Header("webhook-id", message.Id);
        Header("webhook-timestamp", message.Timestamp);
        Header("webhook-signature", message.Signature);
        foreach (var name in message.Headers.Keys)
            Header(name, SecretMask.Mask);

        return command
            .Append(Break)
            .Append("--data-raw ")
            .Append(Quote(Encoding.UTF8.GetString(message.Body)))
            .ToString();

        void Header(string name, string value) => command.Append(Break).Append("-H ").Append(Quote($"{name}: {value}"));
    }

    private static string Quote(string text) =>
        text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
