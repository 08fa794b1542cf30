using System.Net.Http.Headers;
using System.Text;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>Names the same variant for everyone, and counts how often it is asked.</summary>
internal sealed class NamedAllocator(string? variant) : IOfferAllocator
{
    public int Asked { get; private set; }

    public ValueTask<OfferAllocation?> AllocateAsync(
        OfferAllocationContext context,
        CancellationToken cancellationToken = default
    )
    {
        Asked++;
        return ValueTask.FromResult(variant is null ? null : new OfferAllocation { Variant = variant });
    }
}

/// <summary>Replaces a text in the answers of the API, such as a member that an older server does not send.</summary>
internal sealed class RewrittenAnswers(string text, string by, string path = "") : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal))
            return response;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var type = response.Content.Headers.ContentType;
        response.Content = new StringContent(body.Replace(text, by, StringComparison.Ordinal), Encoding.UTF8);
        response.Content.Headers.ContentType = type ?? new MediaTypeHeaderValue("application/json");
        return response;
    }
}

/// <summary>An audience whose answer a test gives.</summary>
internal sealed class GivenAudience(string name, Func<CancellationToken, ValueTask<bool>> contains) : IOfferAudience
{
    public string Name => name;

    public ValueTask<bool> ContainsAsync(OfferAudienceContext context, CancellationToken cancellationToken = default) =>
        contains(cancellationToken);
}
