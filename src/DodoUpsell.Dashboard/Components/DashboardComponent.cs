using System.ComponentModel;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Dashboard.Text;
using Microsoft.AspNetCore.Components;

namespace DodoUpsell.Dashboard.Components;

/// <summary>
/// The base of the back office's own components. They are public because Razor components always are; do not use them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DashboardComponent : ComponentBase
{
    private protected DashboardComponent() { }

    /// <summary>Gets or sets the page that is rendered.</summary>
    [Parameter]
    [EditorRequired]
    public object? Page { get; set; }

    private protected DashboardPage Shown =>
        Page as DashboardPage ?? throw new InvalidOperationException("The component belongs to the back office.");

    private protected DashboardRequest Request => Shown.Request;

    private protected DashboardLinks Links => Request.Links;

    /// <summary>Gets the hidden field that proves that a form is an own one.</summary>
    private protected RenderFragment Token =>
        builder =>
        {
            builder.OpenElement(0, "input");
            builder.AddAttribute(1, "type", "hidden");
            builder.AddAttribute(2, "name", Request.Token.Name);
            builder.AddAttribute(3, "value", Request.Token.Value);
            builder.CloseElement();
        };

    /// <summary>Returns a time as people and as machines read it.</summary>
    private protected RenderFragment Time(DateTimeOffset at) =>
        builder =>
        {
            builder.OpenElement(0, "time");
            builder.AddAttribute(1, "datetime", Formats.Machine(at));
            builder.OpenElement(2, "span");
            builder.AddAttribute(3, "class", "nowrap");
            builder.AddContent(4, Formats.Relative(at, Request.Now));
            builder.CloseElement();
            builder.AddContent(5, " ");
            builder.OpenElement(6, "small");
            builder.AddAttribute(7, "class", "when");
            builder.AddContent(8, Formats.Time(at));
            builder.CloseElement();
            builder.CloseElement();
        };

    private protected static RenderFragment Tag(string text, string look) =>
        builder =>
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", look.Length == 0 ? "tag" : $"tag {look}");
            builder.AddContent(2, text);
            builder.CloseElement();
        };

    /// <summary>Returns what an action led to, as the log has it, or nothing.</summary>
    private protected RenderFragment Notice(OperatorAction? action) =>
        builder =>
        {
            if (action is null)
                return;
            builder.OpenElement(0, "div");
            builder.AddAttribute(1, "class", $"alert {Words.Look(action.Result)}");
            builder.AddAttribute(2, "role", "status");
            builder.OpenElement(3, "p");
            builder.AddContent(4, $"{Words.Action(action.Action)}: {Words.Of(action.Result).ToLowerInvariant()}. ");
            builder.AddContent(5, "The action is in the ");
            builder.OpenElement(6, "a");
            builder.AddAttribute(7, "href", Links.To("/log"));
            builder.AddContent(8, "operators’ log");
            builder.CloseElement();
            builder.AddContent(9, ".");
            builder.CloseElement();
            builder.CloseElement();
        };
}
