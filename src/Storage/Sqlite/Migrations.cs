using System.Globalization;
using System.Reflection;
using Heluo.Kernel;

namespace Heluo.Storage.Sqlite;

/// <summary>Brings a file to the newest schema by numbered SQL files, each in one transaction.</summary>
internal static class Migrations
{
    /// <summary>Applies what is missing of <c>Sqlite/NNNN_set.sql</c>; refuses a newer or a foreign file by
    /// name.</summary>
    public static Refusal? Apply(Database database, string file, string set, int applicationId)
    {
        var scripts = Scripts(set);
        var version = (int)database.Number("PRAGMA user_version");
        var owner = (int)database.Number("PRAGMA application_id");
        var tables = database.Number("SELECT count(*) FROM sqlite_schema");
        if (owner != applicationId && (owner != 0 || version != 0 || tables != 0))
        {
            return StorageRefusals.NotOurs(file);
        }

        if (version > scripts.Count)
        {
            return StorageRefusals.Newer($"store '{file}'", version, scripts.Count);
        }

        for (var next = version; next < scripts.Count; next++)
        {
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                BEGIN IMMEDIATE;
                {scripts[next]}
                PRAGMA application_id = {applicationId};
                PRAGMA user_version = {next + 1};
                COMMIT;
                """));
        }

        return null;
    }

    private static List<string> Scripts(string set)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith($"_{set}.sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
