namespace DodoUpsell;

/// <summary>
/// Represents your own question on the checkout page. The payment or subscription contains the customer's response.
/// </summary>
public sealed record CustomField : ApiObject
{
    /// <summary>Gets your key of the field. The response has the same key.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the label that is shown to the customer.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the type of the field.</summary>
    public required CustomFieldType FieldType { get; init; }

    /// <summary>Gets whether a response is required. The default is false.</summary>
    public bool? Required { get; init; }

    /// <summary>Gets the placeholder text of the empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>
    /// Gets the options of a <see cref="CustomFieldType.Dropdown"/>, which requires at least one. Ignored for other
    /// types.
    /// </summary>
    public IReadOnlyList<string>? Options { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(Key, nameof(Key), name);
        Check.NotBlank(Label, nameof(Label), name);
        Check.Given(FieldType, nameof(FieldType), name);
        if (FieldType == CustomFieldType.Dropdown)
            Check.NotEmpty(Options, nameof(Options), name);
    }
}
