using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Packs;

namespace Heluo.Verbs.Packs;

/// <summary><c>heluo pack schema</c>: writes the JSON Schemas of everything a pack may hold.</summary>
internal static class PackSchemaVerb
{
    public static Command Command()
    {
        var folder = PackVerb.Folder();
        var command = new Command("schema", Help.Text(
            "Writes the JSON Schema (draft 2020-12) of each folder of a pack, for editors.",
            "./heluo pack schema docs/api/schemas"))
        {
            folder, Shared.Json(),
        };
        command.SetAction(words => Report.Give(
            words,
            new { changed = PackSchemas.Write(Kinds.Reader, words.GetRequiredValue(folder).FullName) },
            it => it.changed.IsEmpty ? "Nothing changed." : $"Wrote {string.Join(", ", it.changed)}."));
        return command;
    }
}
