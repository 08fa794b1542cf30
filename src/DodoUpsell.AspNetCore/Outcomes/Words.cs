using System.Text.Json;

namespace DodoUpsell.AspNetCore;

/// <summary>Names of values in responses: <c>payment_method</c> for <c>PaymentMethod</c>.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
