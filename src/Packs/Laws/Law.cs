using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>A law or rule whose articles definitions cite as <c>licensing-law/42</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Effective">When it is in force.</param>
/// <param name="Articles">The articles that are cited, with their text in brief.</param>
public sealed record Law(string Id, Localized Name, EffectivePeriod Effective, ImmutableArray<LawArticle> Articles)
{
    /// <summary>The kind of id that a cited article is.</summary>
    internal const string Article = "article";

    /// <summary>How packs write it: <c>laws/*.yaml</c>.</summary>
    public static PackKind<Law> Kind { get; } = new PackKind<Law>("law", "laws", Ask)
        .Naming(Article, law => law.Articles.Select(article => $"{law.Id}/{article.Number}"));

    /// <summary>The article with a number; null when it is not held.</summary>
    public LawArticle? Find(string number) => Articles.FirstOrDefault(article => article.Number == number);

    private static Law Ask(MapFields fields) => new(
        fields.Id,
        fields.Required("name", Shapes.Localized(200)),
        fields.Optional("effective", Shapes.Period, EffectivePeriod.Always),
        fields.Required("articles", Shapes.List(ArticleShape, max: 400, min: 1, by: article => article.Number)));

    private static readonly Shape<LawArticle> ArticleShape = Shapes.Map(fields => new LawArticle(
        fields.Required("article", Shapes.Text(10, "^[0-9]+(-[0-9]+)?$", "the number of an article such as 42 or 42-1")
            .About("The article's number, in quotes.")),
        fields.Required("text", Shapes.LocalizedLines(4000).About("What it says, in brief.")),
        fields.Optional(
            "checked", Shapes.Bool.About("false when written from memory: to be compared with the law."), true),
        fields.Optional("source", Shapes.Text(200).About("With which text it was compared."))));
}

/// <summary>One article of a law.</summary>
/// <param name="Number">Its number: <c>42</c>, or <c>42-1</c> for one inserted after it.</param>
/// <param name="Text">What it says, in brief.</param>
/// <param name="Checked">Whether the text was compared with the law; false for what was written from general
/// knowledge.</param>
/// <param name="Source">With which text it was compared; null when that is not said.</param>
public sealed record LawArticle(string Number, Localized Text, bool Checked, string? Source = null);
