using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Services;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Http;
using FieldView = Heluo.Terminal.Components.Fields.FieldView;
using MaterialView = Heluo.Terminal.Pages.Items.MaterialView;

namespace Heluo.Terminal.Pages.Acts;

/// <summary>What may come with an act beside its own form: papers, and answers of the case that are mended.</summary>
internal static class ActExtras
{
    private const string Front = "answers.";
    private const string Other = "other";
    private const string Purpose = "case-papers";

    /// <summary>The papers of the case that are wanted, and a place for any other.</summary>
    public static ImmutableArray<MaterialView> Papers(ActGround ground, Visit visit, Sent? sent)
    {
        if (!ground.Allowed.Act.TakesPapers)
        {
            return [];
        }

        string? Wrong(string rule) => sent?.Refusal.Faults.FirstOrDefault(fault => fault.Field == rule
            || fault.Field == $"papers.{rule}") is { } fault ? visit.Words.Of(fault) : null;
        return
        [
            .. ground.Wanted.Select(paper => Material(ground, paper, visit) with
            {
                Field = paper.Id,
                Error = Wrong(paper.Id),
                Given = ground.State.Papers.LastOrDefault(given => given.Rule == paper.Id) is { } known
                    ? [new(known.Rule, known.Name)]
                    : [],
                Settled = true,
            }),
            new(visit.Words["material.other"], visit.Words["need.optional"], visit.Words["material.other-about"])
            {
                Field = Other, Accept = ".pdf,.jpg,.jpeg,.png", Kinds = "PDF, JPG, PNG", Required = false,
                    Error = Wrong(Other),
            },
        ];
    }

    /// <summary>The questions of the case with their answers; a personal answer is not shown, but can be given
    /// anew.</summary>
    public static ImmutableArray<FieldView> Answers(ActGround ground, Fields fields, Sent? sent) =>
        !ground.Allowed.Act.TakesAnswers ? []
        :
        [
            .. ground.Rules.Subject.Form.Select(field => fields.Of(
                field with { Required = false },
                ground.State.Answers.GetValueOrDefault(field.Name),
                sent?.Refusal.Faults.FirstOrDefault(fault => fault.Field == Front + field.Name),
                Front) with { Optional = false, Conditional = false, Free = true }),
        ];

    /// <summary>The answers that were changed.</summary>
    public static ImmutableDictionary<string, JsonElement> Changed(ActGround ground, IFormCollection form) =>
        !ground.Allowed.Act.TakesAnswers ? []
        : Fields.Read(ground.Rules.Subject.Form, name => form[Front + name])
            .Where(pair => !Same(pair.Value, ground.State.Answers.GetValueOrDefault(pair.Key)))
            .ToImmutableDictionary();

    /// <summary>What an open notice asked for, so that nothing is forgotten while answering it.</summary>
    public static ImmutableArray<string> Points(ActGround ground) => ground.Points;

    /// <summary>Takes the files in, and notes the papers an officer ticked as seen.</summary>
    public static async Task<Outcome<ImmutableArray<PaperGiven>>> TakeAsync(
        ActGround ground, IFormCollection form, CaseUploads uploads, Visit visit, CancellationToken ct)
    {
        if (!ground.Allowed.Act.TakesPapers)
        {
            return ImmutableArray<PaperGiven>.Empty;
        }

        if (ground.Desk)
        {
            return ground.Wanted.Where(paper => form[paper.Id].Count > 0
                    && ground.State.Papers.All(given => given.Rule != paper.Id))
                .Select(paper => CaseUploads.Seen(paper.Id, visit.Say(paper.Name), "B"))
                .ToImmutableArray();
        }

        return await uploads.TakeAsync(form.Files, ground.Subject, Purpose, "C", ct);
    }

    private static MaterialView Material(ActGround ground, PaperRule paper, Visit visit) =>
        ground.Rules.Subject is Item item && item.Materials.FirstOrDefault(one => one.Rule.Id == paper.Id) is {
            } material
            ? MaterialTexts.Of(material, visit)
            : new(visit.Say(paper.Name), visit.Words[paper.Required ? "need.required" : "need.optional"], "")
            {
                Accept = string.Join(',', paper.Accepts.Select(kind => $".{kind}")),
                Kinds = string.Join(visit.Words["list.comma"], paper.Accepts.Select(kind => kind.ToUpperInvariant())),
            };

    private static bool Same(JsonElement sent, JsonElement known) =>
        AnswerTexts.Raw(sent).SequenceEqual(AnswerTexts.Raw(known), StringComparer.Ordinal);
}
