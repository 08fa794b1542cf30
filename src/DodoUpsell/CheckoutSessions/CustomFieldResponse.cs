namespace DodoUpsell;

/// <summary>Represents the customer's response to a custom field of the checkout page.</summary>
public sealed record CustomFieldResponse : ApiObject
{
    /// <summary>Gets the field's <see cref="CustomField.Key"/>.</summary>
    public string Key
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the entered value, as text for every type of field.</summary>
    public string Value
    {
        get;
        init => field = value ?? "";
    } = "";
}
