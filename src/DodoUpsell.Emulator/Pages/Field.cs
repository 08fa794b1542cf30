namespace DodoUpsell.Emulator.Pages;

/// <summary>An input with its label and, after a mistake, what is wrong with it.</summary>
internal static class Field
{
    /// <summary>Returns an input.</summary>
    /// <param name="name">The name, which also is the id.</param>
    /// <param name="label">The label.</param>
    /// <param name="form">The form that was sent, or null for a new one.</param>
    /// <param name="attributes">The other attributes of the input.</param>
    public static Html Of(string name, string label, PaymentForm? form, Html attributes) =>
        Html.Of(
            $"""
            <div class="field">
            <label for="{name}">{label}</label>
            <input id="{name}" name="{name}" {attributes}{Problem(name, form)}>
            {Message(name, form)}
            </div>
            """
        );

    /// <summary>Returns the attributes of an input with a mistake.</summary>
    public static Html Problem(string name, PaymentForm? form) =>
        Find(name, form) is null ? Html.Empty : Html.Of($""" aria-invalid="true" aria-describedby="{name}-problem" """);

    /// <summary>Returns what is wrong with an input.</summary>
    public static Html Message(string name, PaymentForm? form) =>
        Find(name, form) is { } error
            ? Html.Of($"""<span class="problem" id="{name}-problem">{error.Message}</span>""")
            : Html.Empty;

    private static FormError? Find(string name, PaymentForm? form) =>
        form?.Errors.FirstOrDefault(error => string.Equals(error.Field, name, StringComparison.Ordinal));
}

/// <summary>A mistake in a field.</summary>
internal sealed record FormError(string Field, string Message);
