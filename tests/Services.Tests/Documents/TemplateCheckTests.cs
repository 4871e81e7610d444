using Heluo.TestKit;

namespace Heluo.Services.Tests.Documents;

public class TemplateCheckTests
{
    private static string[] Faults(string body) =>
    [
        .. CityWorld.Reader.CheckTexts(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pack.yaml"] = "pack: town\nversion: 1.0\nname: {en: Town}\nlanguages: [en]\n",
            ["documents/note.yaml"] = """
                document: note
                name: {en: Note}
                kind: notice
                number: {prefix: N}
                title: {en: Note}
                body:
                  en: |
                    Dear {{applicant.name}},

                    BODY
                """.Replace("BODY", body, StringComparison.Ordinal),
        }).Faults.Where(fault => fault.File.StartsWith("documents/", StringComparison.Ordinal))
            .Select(fault => $"{fault.Line} {fault.Code}"),
    ];

    [Theory]
    [InlineData("{{applicant.nmae}}")]
    [InlineData("{{nobody.name}}")]
    [InlineData("{{it}}")]
    [InlineData("{{case.number +}}")]
    [InlineData("{{#each case.number}}{{it}}{{/each}}")]
    [InlineData("{{#each papers}}{{it.nmae}}{{/each}}")]
    [InlineData("{{#each papers}}{{it.name}}")]
    public void A_name_or_form_that_does_not_exist_is_a_fault_at_its_line(string body) =>
        Faults(body).Single().ShouldStartWith("10 ");

    [Theory]
    [InlineData("{{case.number}} of {{case.received_on}}")]
    [InlineData("{{#each papers}}{{index}}. {{it.name}} x {{it.copies}}{{/each}}")]
    [InlineData("{{has(request.reason) ? request.reason : ''}}")]
    [InlineData("{{marks.deemed_accepted == true ? 'yes' : 'no'}}")]
    public void What_a_document_may_name_passes(string body) => Faults(body).ShouldBeEmpty();
}
