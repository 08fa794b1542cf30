namespace DodoUpsell.Benchmarks.Floor;

internal sealed class Items<T>
{
    [System.Text.Json.Serialization.JsonPropertyName("items")]
    public List<T> All { get; set; } = [];
}
