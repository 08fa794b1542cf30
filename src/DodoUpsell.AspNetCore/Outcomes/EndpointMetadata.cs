using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace DodoUpsell.AspNetCore.Outcomes;

/// <summary>What OpenAPI tells about the endpoints.</summary>
internal static class EndpointMetadata
{
    public const string Tag = "Upsells";

    /// <summary>Names an endpoint. The name is unique for each brand.</summary>
    public static RouteHandlerBuilder Named(
        this RouteHandlerBuilder endpoint,
        string name,
        string? brand,
        string summary
    ) =>
        endpoint
            .WithName(brand is null ? name : $"{name}.{brand}")
            .WithTags(Tag)
            .WithSummary(summary)
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    /// <summary>States that the endpoint may find nothing, or not reach the API.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint) =>
        endpoint
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    public static RouteHandlerBuilder Outcomes(this RouteHandlerBuilder endpoint) =>
        endpoint
            .Produces<OutcomeResponse>()
            .Produces<OutcomeResponse>(StatusCodes.Status202Accepted)
            .ProducesProblems();

    /// <summary>States what the endpoint reads. It refuses other content itself, so that it can say why.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new Content(typeof(T)))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private sealed class Content(Type type) : IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes { get; } = ["application/json", "application/x-www-form-urlencoded"];

        public Type RequestType => type;

        public bool IsOptional => false;
    }
}
