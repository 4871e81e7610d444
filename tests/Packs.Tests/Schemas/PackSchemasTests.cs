using System.Text;
using System.Text.Json.Nodes;

namespace Heluo.Packs.Tests;

public sealed class PackSchemasTests
{
    private static readonly PackReader Whole = Sample.Reader.With(Plans);

    /// <summary>A kind that uses every way to compose a shape.</summary>
    private static PackKind<int> Plans => new("plan", "plans", fields =>
    {
        fields.Required("steps", Shapes.List(Step, max: 3, min: 1));
        fields.Optional("limit", Shapes.Limit);
        fields.Optional("fee", Shapes.Either(
            scalar: Shapes.Word("none").To(_ => 0m), map: Shapes.Map(
                fee => fee.Required("amount", Shapes.Decimal(0, 9.5m)))), 0m);
        fields.Optional("words", Shapes.PerLanguage(Shapes.List(Shapes.Text(5), max: 2)));
        fields.Optional("days", Shapes.Table(Shapes.Int(0, 9), max: 2));
        fields.Optional("share", Shapes.Bool.About("Whether it is shared."));
        fields.Optional("when", Shapes.Cel());
        fields.Optional("basis", Shapes.Article);
        fields.Optional("effective", Shapes.Period);
        return 0;
    });

    private static Shape<int> Step { get; } = Shapes.Variant<int>(
        new("step", Shapes.Map(fields => fields.Required("step", Shapes.Id).Length)),
        new(
            "all", Shapes.Map(
                fields => fields.Required("all", Shapes.List(Shapes.Lazy("step", () => Step!), max: 2)).Length)));

    [Theory]
    [InlineData("china")]
    [InlineData("zhengzhou")]
    public void What_this_room_reads_of_the_real_packs_fits_its_schemas(string pack)
    {
        var reader = new PackReader().Leniently();
        var schemas = PackSchemas.Of(reader);
        reader.Check(Repository.Pack(pack)).Faults.ShouldBeEmpty();

        foreach (var file in Directory.EnumerateFiles(Repository.Pack(pack), "*.yaml", SearchOption.AllDirectories))
        {
            var folder = Path.GetRelativePath(Repository.Pack(pack), file).Split('/')[0];
            if (schemas.TryGetValue(folder == "pack.yaml" ? "pack.json" : $"{folder}.json", out var schema))
            {
                Check(schema).Accepts(Json(File.ReadAllText(file))).ShouldBeTrue(file);
            }
        }
    }

    [Theory]
    [InlineData("plan: a\nsteps: [{step: b}]")]
    [InlineData("plan: a\nsteps: [{all: [{step: b}, {all: []}]}]")]
    [InlineData("plans: [{plan: a, steps: [{step: b}]}, {plan: b, steps: [{step: b}], replaces: false}]")]
    [InlineData("plan: a\nsteps: [{step: b}]\nlimit: {amount: 0.5, unit: urgent-hour}\nfee: none")]
    [InlineData("plan: a\nsteps: [{step: b}]\nfee: {amount: 9.5}\nwords: {en: [a]}\ndays: {x: 1, y: 9}\nshare: true")]
    [InlineData("plan: a\nsteps: [{step: b}]\nwhen: a > 1\neffective: {from: 2020-01-01, to: 2021-01-01}")]
    public void What_the_reader_takes_the_schema_takes(string yaml)
    {
        Sample.Check(Whole, ("plans/a.yaml", yaml)).Codes().ShouldBeEmpty();
        Check(PackSchemas.Of(Whole)["plans.json"]).Accepts(Json(yaml)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("plan: A\nsteps: [{step: b}]")]
    [InlineData("plan: a")]
    [InlineData("plan: a\nsteps: []")]
    [InlineData("plan: a\nsteps: [{step: b}, {step: c}, {step: d}, {step: e}]")]
    [InlineData("plan: a\nsteps: [{}]")]
    [InlineData("plan: a\nsteps: [{step: b, all: []}]")]
    [InlineData("plan: a\nsteps: [{all: [{step: B}]}]")]
    [InlineData("plan: a\nsteps: [{step: b}]\nmore: 1")]
    [InlineData("plan: a\nsteps: [{step: b}]\nfee: free")]
    [InlineData("plan: a\nsteps: [{step: b}]\nfee: {amount: 9.6}")]
    [InlineData("plan: a\nsteps: [{step: b}]\nfee: [1]")]
    [InlineData("plan: a\nsteps: [{step: b}]\nlimit: {amount: 1, unit: days}")]
    [InlineData("plan: a\nsteps: [{step: b}]\nshare: yes")]
    [InlineData("plan: a\nsteps: [{step: b}]\ndays: {x: 10}")]
    [InlineData("plan: a\nsteps: [{step: b}]\ndays: {X: 1}")]
    [InlineData("plan: a\nsteps: [{step: b}]\ndays: {x: 1, y: 1, z: 1}")]
    [InlineData("plan: a\nsteps: [{step: b}]\nwords: {en: [abcdef]}")]
    [InlineData("plan: a\nsteps: [{step: b}]\nwords: {}")]
    [InlineData("plan: a\nsteps: [{step: b}]\nwhen: true")]
    [InlineData("plan: a\nsteps: [{step: 12}]")]
    [InlineData("plan: a\nsteps: [{step: b}]\nbasis: licensing-law-42")]
    [InlineData("plan: a\nsteps: [{step: b}]\neffective: {to: 2021-01-01}")]
    [InlineData("plans: {plan: a}")]
    [InlineData("plans: [a]")]
    [InlineData("[]")]
    public void What_the_schema_refuses_the_reader_refuses_too(string yaml)
    {
        Check(PackSchemas.Of(Whole)["plans.json"]).Accepts(Json(yaml)).ShouldBeFalse();
        Sample.Check(Whole, ("plans/a.yaml", yaml)).Codes().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_schema_says_its_draft_its_keys_and_what_they_are_about()
    {
        var schema = Node(PackSchemas.Of(Whole)["plans.json"]);

        schema["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        schema["$id"]!.GetValue<string>().ShouldBe("plans.json");
        schema["$defs"]!["plan"]!["properties"]!["share"]!["description"]!.GetValue<string>()
            .ShouldBe("Whether it is shared.");
        schema["$defs"]!["plan"]!["required"]!.AsArray().Select(key => key!.GetValue<string>())
            .ShouldBe(["plan", "steps"]);
    }

    [Fact]
    public void There_is_one_schema_for_each_folder_and_one_for_the_header() =>
        PackSchemas.Of(Whole).Keys.ShouldBe(
            ["calendar.json", "fees.json", "laws.json", "pack.json", "plans.json", "shops.json", "streets.json"]);

    [Fact]
    public void Schemas_are_written_once_and_then_only_where_they_changed()
    {
        var folder = Directory.CreateTempSubdirectory("heluo-schemas-").FullName;
        try
        {
            PackSchemas.Write(Whole, folder).Length.ShouldBe(7);
            PackSchemas.Write(Whole, folder).ShouldBeEmpty();
            File.AppendAllText(Path.Combine(folder, "laws.json"), " ");
            PackSchemas.Write(Whole, folder).ShouldBe(["laws.json"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SchemaCheck Check(string schema) => new(Node(schema));

    private static JsonObject Node(string schema) => JsonNode.Parse(schema)!.AsObject();

    private static JsonNode? Json(string yaml)
    {
        var faults = new List<PackFault>();
        var root = YamlFile.Read("a.yaml", Encoding.UTF8.GetBytes(yaml), new NodeBudget(PackLimits.Nodes), faults);
        faults.ShouldBeEmpty();
        return YamlJson.Of(root!);
    }
}
