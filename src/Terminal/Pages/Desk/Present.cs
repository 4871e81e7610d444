using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Http;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>The form by which a clerk knows who stands at the window.</summary>
internal sealed class Present(City city, Visit visit, IFormCollection form)
{
    /// <summary>The visit.</summary>
    public Visit Visit => visit;

    /// <summary>The sort of document.</summary>
    public IdentityScheme Scheme =>
        Enum.TryParse<IdentityScheme>(Sent("scheme"), out var scheme) && Enum.IsDefined(scheme)
            ? scheme
            : IdentityScheme.CitizenId;

    /// <summary>Its number.</summary>
    public string Number => Sent("number");

    /// <summary>Their name.</summary>
    public string Name => Sent("name");

    /// <summary>Their telephone; null when they give none.</summary>
    public string? Phone => Sent("phone") is { Length: > 0 } phone ? phone : null;

    /// <summary>The division they live in.</summary>
    public string Area => Sent("area");

    /// <summary>Whether a refusal is about the number, beside which it then stands.</summary>
    public bool Owns(Refusal refused) => refused.Code.StartsWith("identity.", StringComparison.Ordinal)
        || refused.Code.StartsWith("id.", StringComparison.Ordinal);

    /// <summary>The fields: the document alone, or also who they are when nobody is registered under it.</summary>
    public ImmutableArray<FieldView> Fields(bool isNew, Refusal? refused)
    {
        var words = visit.Words;
        string? Wrong(string field) =>
            refused?.Faults.FirstOrDefault(fault => fault.Field == field) is { } fault ? words.Of(fault)
            : field == "number" && refused is not null && Owns(refused) ? words.Of(refused)
            : null;
        var document = new FieldView[]
        {
            new("scheme", FieldKind.Choice, words["intake.scheme"])
            {
                Options =
                [
                    .. Enum.GetValues<IdentityScheme>().Select(scheme => new OptionView(
                        scheme.ToString(), words[$"scheme.{scheme.ToString().ToLowerInvariant()}"])),
                ],
                Values = [Scheme.ToString()],
            },
            new("number", FieldKind.Text, words["intake.number"]) { Max = 40, Values = [Number],
                Error = Wrong("number") },
        };
        return !isNew
            ? [.. document]
            :
            [
                .. document,
                new("name", FieldKind.Text, words["intake.name"]) { Max = 60, Values = [Name], Error = Wrong("name") },
                new("phone", FieldKind.Text, words["intake.phone"])
                {
                    Max = 20, Type = "tel", Optional = true, Values = [Phone ?? ""], Error = Wrong("phone"),
                },
                new("area", FieldKind.Choice, words["intake.area"])
                {
                    Options = new Choices(city, []).Areas(visit), Values = [Area], Error = Wrong("area"),
                },
            ];
    }

    private string Sent(string name) => form[name].ToString().Trim();
}
