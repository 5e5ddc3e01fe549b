using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit.Excel.Reading.Tables;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Customers.Import.Traits;

/// <summary>What a column may say of a trait.</summary>
public enum TraitPart { State, Note, Date, Contact }

/// <summary>The headings people give the columns of a screening sheet. Our own sheet is one of them, in both languages.</summary>
public static class TraitVocabulary
{
    /// <summary>When the candidate was looked at last, as far as the file knows.</summary>
    public const string LookedAt = "LookedAt";

    private static readonly (Trait Trait, string Words)[] States =
    [
        (Trait.Need, "清晰迫切的需求|迫切需求|需求迫切|需求清晰迫切|清晰的需求|需求迫切性|需求|迫切的需求|Urgent, clear need|Urgent need|Clear need|Clear, urgent need|Urgent and clear need|Need|Pain"),
        (Trait.Goal, "明确的建设目标|建设目标|目标明确|明确目标|明确的目标|目标|Clear goal|Clear goals|Goal|Goals|Clear objective|Objective"),
        (Trait.GoLive, "确定上线的时间|确定的上线时间|明确的上线时间|上线时间确定|上线时间明确|Fixed go-live date|Go-live date fixed|Fixed go-live|Go-live fixed|Fixed date"),
        (Trait.Communication, "密切的沟通机制|沟通机制|密切沟通|沟通密切|沟通|Close communication|Communication|Close contact"),
        (Trait.Authority, "接口人有话事权|接口人话事权|接口人是否有话事权|接口人具备话事权|Contact with authority|Contact has authority|Authority of the contact|Authority of contact|Contact's authority"),
        (Trait.Influence, "影响力|Influence|企业具备影响力|具备影响力|企业影响力|行业影响力|Industry influence|Influence in the industry|Influential"),
    ];

    private const string Days = "上线日期|上线时间|计划上线日期|计划上线时间|预计上线日期|预计上线时间|目标上线日期|Goes live on|Go-live date|Go live date|Go-live|Go live|Go-live day|Planned go-live|Planned go-live date|Target go-live";
    private const string Speakers = "项目接口人|有话事权的接口人|有话事权的联系人|话事人|拍板人|Who speaks for the project|Speaks for the project|Authority contact|Name of the contact with authority|Who decides";
    private const string Looks = "最近了解|评估时间|评估日期|了解时间|Looked at|Last looked at|Assessed on|Assessment date|Date of assessment";

    // Asked for each cell of a file.
    private static readonly Dictionary<string, (Trait, TraitPart)> Parts =
        (from trait in Enum.GetValues<Trait>() from part in Enum.GetValues<TraitPart>() select (trait, part)).ToDictionary(p => Key(p.trait, p.part));

    /// <summary>What a column is called that says how we know, by itself or behind the trait.</summary>
    internal static readonly IReadOnlyList<string> Reasons =
        ["依据", "说明", "备注", "证据", "佐证", "理由", "原因", "how we know", "evidence", "note", "notes", "proof", "reason", "why", "comment", "comments", "remarks", "source", "basis"];

    public static IReadOnlyList<ImportTarget> Targets { get; } =
    [
        .. States.SelectMany(s => Of(s.Trait, Words(s.Words))),
        new(LookedAt, TargetRole.Plain, Words(Looks)),
    ];

    public static string Key(Trait trait, TraitPart part) => $"{nameof(Trait)}.{trait}.{part}";

    public static (Trait Trait, TraitPart Part)? Of(string? key) => key is not null && Parts.TryGetValue(key, out var part) ? part : null;

    /// <summary>What a column was taken for, in the reader's language.</summary>
    public static string? Word(string key) => Of(key) switch
    {
        (var trait, TraitPart.State) => trait.Word(),
        (var trait, TraitPart.Note) => CustomerWords.Said(CustomerImportText.TraitNote, trait.Word()),
        (_, TraitPart.Date) => CustomerImportText.GoLiveDay,
        (_, TraitPart.Contact) => CustomerImportText.SpeaksFor,
        _ => key == LookedAt ? CustomerImportText.LookedAt : null,
    };

    private static IEnumerable<ImportTarget> Of(Trait trait, string[] words)
    {
        yield return new(Key(trait, TraitPart.State), TargetRole.Plain, words);
        if (trait == Trait.GoLive) yield return new(Key(trait, TraitPart.Date), TargetRole.Plain, Words(Days));
        if (trait == Trait.Authority) yield return new(Key(trait, TraitPart.Contact), TargetRole.Plain, Words(Speakers));
        string[] things = trait == Trait.GoLive ? [.. words, .. Words(Days)] : words;
        yield return new(Key(trait, TraitPart.Note), TargetRole.Plain, [.. things.SelectMany(thing => Reasons.SelectMany(reason => new[] { $"{thing}: {reason}", $"{thing} {reason}", $"{thing} - {reason}", $"{thing} ({reason})" }))]);
    }

    private static string[] Words(string words) => words.Split('|');
}
