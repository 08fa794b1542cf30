namespace DodoUpsell;

/// <summary>What the customer entered in a custom field of the checkout page.</summary>
public sealed record CustomFieldResponse : ApiObject
{
    /// <summary>Gets the field's <see cref="CustomField.Key"/>.</summary>
    public string Key
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what was entered, as text whatever the field's type.</summary>
    public string Value
    {
        get;
        init => field = value ?? "";
    } = "";
}
