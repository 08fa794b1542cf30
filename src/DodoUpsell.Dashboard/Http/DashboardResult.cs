using DodoUpsell.Dashboard.Components;
using Microsoft.AspNetCore.Components;

namespace DodoUpsell.Dashboard.Http;

/// <summary>What a page responds with.</summary>
internal abstract record DashboardResult
{
    private DashboardResult() { }

    /// <summary>A page of HTML.</summary>
    public sealed record Html(Type Component, string Title, string? Section, object? Model, int Status = 200)
        : DashboardResult
    {
        public override string ToString() => nameof(Html);
    }

    /// <summary>Another page, after an action. The address was built by the server.</summary>
    public sealed record Redirect(string Address) : DashboardResult;

    /// <summary>A file to keep.</summary>
    public sealed record Download(string FileName, string ContentType, byte[] Content) : DashboardResult
    {
        public override string ToString() => nameof(Download);
    }

    public static Html Page<TComponent>(string title, string? section, object? model)
        where TComponent : IComponent => new(typeof(TComponent), title, section, model);

    /// <summary>Returns a page that says what is wrong.</summary>
    public static Html Problem(int status, string title, string text) =>
        new(typeof(ProblemView), title, null, text, status);

    public static Html NotFound(string text) => Problem(404, "Not found", text);
}
