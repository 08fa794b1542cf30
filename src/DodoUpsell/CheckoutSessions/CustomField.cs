namespace DodoUpsell;

/// <summary>A question of yours on the checkout page. The answers are on the payment or subscription.</summary>
public sealed record CustomField : ApiObject
{
    /// <summary>Your name of the field; the answer comes back under it.</summary>
    public required string Key { get; init; }

    /// <summary>Gets what the customer reads.</summary>
    public required string Label { get; init; }

    /// <summary>Gets what may be entered.</summary>
    public required CustomFieldType FieldType { get; init; }

    /// <summary>Gets whether it must be answered; it need not be by default.</summary>
    public bool? Required { get; init; }

    /// <summary>Gets what stands in the empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>
    /// Gets the choices of a <see cref="CustomFieldType.Dropdown"/>, which needs some; ignored for others.
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
