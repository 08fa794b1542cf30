using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Operators;

/// <summary>Configures the table <c>dodo_operator_actions</c>.</summary>
internal static class OperatorTable
{
    public static void Add(ModelBuilder model, string? schema, string? keyCollation) =>
        model.Entity<OperatorRow>(row => Actions(row, schema, keyCollation));

    private static void Actions(EntityTypeBuilder<OperatorRow> row, string? schema, string? keyCollation)
    {
        row.Owned("dodo_operator_actions", schema, keyCollation, nameof(OperatorRow.Id));
        row.OwnedIndex("ix_dodo_operator_actions_started_at", nameof(OperatorRow.StartedAt), nameof(OperatorRow.Id));
        row.Property(action => action.Id).Key("action_id", OperatorAction.MaxIdLength, keyCollation);
        row.Property(action => action.StartedAt).Time("started_at");
        row.Property(action => action.Operator).Text("operator");
        row.Property(action => action.Action).Text("action");
        row.Property(action => action.Subject).Text("subject");
        row.Property(action => action.Result).HasColumnName("result").HasConversion<int>();
        row.Property(action => action.EndedAt).Time("ended_at");
    }
}
