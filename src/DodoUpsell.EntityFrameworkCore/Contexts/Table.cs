using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>The names and columns of one table in the model of a context, for statements written as SQL.</summary>
internal sealed class Table
{
    // One per model, because an app can have several contexts that use different schemas.
    private static readonly ConditionalWeakTable<IEntityType, Table> Known = new();

    private Table(IEntityType type, ISqlGenerationHelper sql)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Name = sql.DelimitIdentifier(table.Name, table.Schema);
        Columns =
        [
            .. type.GetProperties()
                .Select(property => new Column(property, sql.DelimitIdentifier(property.GetColumnName(table)!))),
        ];
        Keys = [.. Columns.Where(column => column.Property.IsPrimaryKey())];
    }

    /// <summary>Gets the delimited name of the table, with its schema.</summary>
    public string Name { get; }

    /// <summary>Gets all columns.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Gets the columns of the primary key.</summary>
    public IReadOnlyList<Column> Keys { get; }

    public static Table Of<TRow>(DbContext context)
        where TRow : class =>
        Known.GetValue(
            context.Model.FindEntityType(typeof(TRow))!,
            type => new Table(type, context.GetService<ISqlGenerationHelper>())
        );

    /// <summary>Returns the delimited name of the column of a property.</summary>
    public string this[string property] => Columns.First(column => column.Property.Name == property).Name;

    /// <summary>Returns a parameter for each column, with the values of a row. Their names are prefix and index.</summary>
    public IEnumerable<DbParameter> Parameters(DbCommand command, string prefix, object row) =>
        Columns.Select((column, index) => column.Parameter(command, $"{prefix}{index}", row));

    /// <summary>Gets an <c>INSERT</c> of one row that does nothing if the primary key is taken.</summary>
    public string InsertUnlessTaken => field ??= Insert("p", "VALUES (", ")", $"({Names(Keys)})");

    /// <summary>Gets an <c>INSERT</c> of one row that does nothing if any unique key is taken.</summary>
    public string InsertUnlessAnyTaken => field ??= Insert("p", "VALUES (", ")", "");

    /// <summary>Returns an <c>INSERT</c> of one row for each row of a source, unless the primary key is taken.</summary>
    public string InsertFrom(string source, string prefix) =>
        Insert(prefix, "SELECT ", $" FROM {source}", $"({Names(Keys)})");

    /// <summary>Returns an <c>INSERT</c> of one row for each row of a source, unless any unique key is taken.</summary>
    public string InsertFromUnlessAnyTaken(string source, string prefix) =>
        Insert(prefix, "SELECT ", $" FROM {source}", "");

    /// <summary>Returns an <c>UPDATE</c> of all columns of one row, if its version is <c>@previous</c>.</summary>
    public string UpdateIfPrevious(string prefix) =>
        $"UPDATE {Name} SET {Equalities(prefix, ", ", column => !column.Property.IsPrimaryKey())} "
        + $"WHERE {KeyOf(prefix)} AND version = @previous";

    /// <summary>Returns the condition that the primary key has the values of the parameters.</summary>
    public string KeyOf(string prefix) => Equalities(prefix, " AND ", column => column.Property.IsPrimaryKey());

    /// <summary>Returns the condition that the column of a property has the value of its parameter.</summary>
    public string Is(string prefix, string property) =>
        Equalities(prefix, "", column => column.Property.Name == property);

    private string Equalities(string prefix, string separator, Func<Column, bool> which) =>
        string.Join(
            separator,
            Columns.Index().Where(of => which(of.Item)).Select(of => $"{of.Item.Name} = @{prefix}{of.Index}")
        );

    private string Insert(string prefix, string before, string after, string conflict) =>
        $"INSERT INTO {Name} ({Names(Columns)}) {before}"
        + string.Join(", ", Columns.Select((_, index) => $"@{prefix}{index}"))
        + $"{after} ON CONFLICT {conflict} DO NOTHING";

    private static string Names(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select(column => column.Name));

    /// <summary>A column: its property and its delimited name.</summary>
    public sealed record Column(IProperty Property, string Name)
    {
        private readonly RelationalTypeMapping _mapping = Property.GetRelationalTypeMapping();
        private readonly IClrPropertyGetter _getter = Property.GetGetter();

        public DbParameter Parameter(DbCommand command, string name, object row) =>
            _mapping.CreateParameter(command, name, _getter.GetClrValue(row), Property.IsNullable);
    }
}
