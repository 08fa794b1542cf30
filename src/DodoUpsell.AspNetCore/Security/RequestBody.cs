using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DodoUpsell.AspNetCore.Security;

/// <summary>Specifies the kind of a request's body.</summary>
internal enum BodyKind
{
    Other,
    Json,
    Form,
}

/// <summary>The body of a request that <see cref="StateChangeFilter"/> let pass: JSON, or a form.</summary>
internal sealed record RequestBody(ReadOnlyMemory<byte> Json, IFormCollection? Form)
{
    /// <summary>Gets whether a page without script sent it, so that the response is a redirect.</summary>
    public bool IsForm => Form is not null;

    public static RequestBody Of(HttpContext http) =>
        http.Features.Get<RequestBody>()
        ?? throw new InvalidOperationException("The endpoint has no filter that reads the body.");

    public static BodyKind KindOf(HttpRequest request)
    {
        if (
            request.Headers.ContentType.Count != 1
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        )
            return BodyKind.Other;
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return BodyKind.Json;
        return type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? BodyKind.Form
            : BodyKind.Other;
    }

    /// <summary>Reads the body as JSON. Returns null if it is not an object of this type.</summary>
    public T? Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Json.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns the only value of a form's field, or null if there is none or more than one.</summary>
    public string? Field(string name) => Form?[name] is [{ } value] ? value : null;

    public override string ToString() => nameof(RequestBody);
}
