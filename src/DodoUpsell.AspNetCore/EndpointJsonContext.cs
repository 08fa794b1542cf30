using System.Text.Json.Serialization;
using DodoUpsell.AspNetCore.Offers;
using DodoUpsell.AspNetCore.Quotes;
using Microsoft.AspNetCore.Mvc;

namespace DodoUpsell.AspNetCore;

/// <summary>The source-generated JSON of the endpoints. Requests are small and flat, so deep ones are refused.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, MaxDepth = 8)]
[JsonSerializable(typeof(AcceptBody))]
[JsonSerializable(typeof(QuoteBody))]
[JsonSerializable(typeof(OfferResponse))]
[JsonSerializable(typeof(OutcomeResponse))]
[JsonSerializable(typeof(QuoteResponse))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class EndpointJsonContext : JsonSerializerContext;
