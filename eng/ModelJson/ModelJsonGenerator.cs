using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DodoUpsell.ModelJson;

/// <summary>
/// Generates a static class for each model of the API, <c>PaymentJson</c> for <c>Payment</c>, which reads and writes
/// its members without any metadata at run time.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelJsonGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Unsupported = new(
        "DODO001",
        "Unsupported type of a model property",
        "{0}",
        "ModelJson",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var sources = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is RecordDeclarationSyntax { BaseList: not null },
            static (node, stop) => Generate((INamedTypeSymbol)node.SemanticModel.GetDeclaredSymbol(node.Node, stop)!)
        );
        context.RegisterSourceOutput(
            sources,
            static (output, source) =>
            {
                if (source.Error is not null)
                    output.ReportDiagnostic(Diagnostic.Create(Unsupported, Location.None, source.Error));
                else if (source.Text is not null)
                    output.AddSource($"{source.Name}Json.g.cs", source.Text);
            }
        );
    }

    // A text is compared by value, so that an unchanged model is not compiled again.
    private static (string Name, string? Text, string? Error) Generate(INamedTypeSymbol type)
    {
        try
        {
            return (type.Name, IsModel(type) ? ModelSource.Of(type) : null, null);
        }
        catch (NotSupportedException e)
        {
            return (type.Name, null, e.Message);
        }
    }

    private static bool IsModel(INamedTypeSymbol type) =>
        type is { IsAbstract: false, IsGenericType: false }
        && type.Is("DodoUpsell.ApiObject")
        && !type.Is("DodoUpsell.Webhooks.WebhookEvent");
}
