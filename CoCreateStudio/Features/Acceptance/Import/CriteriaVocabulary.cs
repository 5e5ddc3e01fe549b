using System.Text;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Acceptance.Import;

/// <summary>The headings people give the columns of a list of criteria, and the words they write for its fixed values. The earlier target wins.</summary>
internal static class CriteriaVocabulary
{
    public const string Code = "Code";
    public const string Dimension = "Dimension";
    public const string Sign = "Sign";

    private static readonly Dictionary<string, Dimension> Dimensions = Of((Domain.Acceptance.Dimension.Delivery, "项目建设|建设|交付|delivery|project|d"), (Domain.Acceptance.Dimension.Benefit, "项目效益|效益|收益|价值|benefit|value|b"), (Domain.Acceptance.Dimension.Compliance, "合法合规|合规|法规|compliance|legal|c"));

    private static readonly Dictionary<string, ProofKind> Proofs = Of((ProofKind.Audit, "审计|审计报告|报告|报表|数据|日志|audit|report|data|log|auditreport"), (ProofKind.ThirdParty, "第三方|第三方评估|第三方检测|thirdparty|external|certificate"), (ProofKind.Demonstration, "演示|现场演示|demo|demonstration|presentation"), (ProofKind.Test, "测试|压测|性能测试|验收测试|test|testing|loadtest"));

    private static readonly Dictionary<string, AgreementPhase> Phases = Of((AgreementPhase.Start, "启动|开始|启动阶段|start|kickoff"), (AgreementPhase.Execution, "执行|实施|执行阶段|实施阶段|execution|implementation"), (AgreementPhase.End, "收尾|结束|验收|验收阶段|end|close|acceptance"));

    private static readonly Dictionary<string, char> Signs = Of(('≥', "不少于|不低于|至少|大于等于|atleast|min|minimum"), ('≤', "不超过|不高于|至多|小于等于|atmost|max|maximum"), ('=', "等于|equal|equals|exactly"));

    public static ImportWords All { get; } = new(
    [
        new(Code, TargetRole.Number, Words("编号|序号|标准编号|No.|No|ID|#|Code|Number")),
        Target(CriterionField.Statement, TargetRole.Essence, "验收标准|标准|标准描述|验收项|验收内容|验收条目|Criterion|Criteria|Acceptance criterion|Acceptance criteria|Statement|Description", "内容|描述|项目|Name|Deliverable Name"),
        new(Dimension, TargetRole.Plain, Words("维度|类别|分类|Dimension|Category|Type|Group")),
        Target(CriterionField.Metric, TargetRole.Plain, "指标|度量指标|衡量指标|考核指标|Metric|Measure|KPI|Indicator", ""),
        Target(CriterionField.Unit, TargetRole.Plain, "单位|Unit|Units", ""),
        Target(CriterionField.Baseline, TargetRole.Plain, "基线|现状|当前值|基准值|现状值|Baseline|Today|Current|As is", ""),
        Target(CriterionField.Target, TargetRole.Plain, "目标|目标值|期望值|达标值|Target|Goal|To be|Target value|Threshold", "Standards"),
        new(Sign, TargetRole.Plain, Words("比较|比较方式|比较符|运算符|判定条件|Comparison|Compare|Operator|Sign|Condition")),
        Target(CriterionField.Proof, TargetRole.Plain, "验证方式|验收方式|验证方法|验收方法|检验方法|Proof|Verification|Method|How verified|Verified by", ""),
        Target(CriterionField.DueOn, TargetRole.Plain, "期限|截止日期|完成日期|完成时间|截止时间|验收日期|By when|Due|Due date|Deadline|Date", ""),
        Target(CriterionField.OurOwner, TargetRole.Plain, "我方负责人|乙方负责人|供应商负责人|负责人|Our owner|Answers, our side|Vendor owner|Owner|Responsible", ""),
        Target(CriterionField.TheirOwner, TargetRole.Plain, "客户负责人|甲方负责人|客户方负责人|Customer owner|Answers, customer|Client owner|Reviewer", ""),
        Target(CriterionField.Phase, TargetRole.Plain, "阶段|项目阶段|Phase|Stage", ""),
        Target(CriterionField.ProofNote, TargetRole.Note, "验证说明|备注|说明|How exactly|Notes|Note|Remarks|Comments", ""),
    ],
    Words("用例编号|Test Case ID|问题描述"), Words("说明|填写说明|字典|Help|Instructions|Lists"));

    public static Dimension? DimensionOf(string text) => Find(Dimensions, text);

    /// <summary>"D-3" says it, too.</summary>
    public static Dimension? DimensionOfCode(string code) => code.Length > 1 && code[1] is '-' or '－' ? Find(Dimensions, code[..1]) : null;

    /// <summary>"≥ at least", "&lt;=", "不少于"; null for what is none, or what the target says of itself.</summary>
    public static char? SignOf(string text) => text.Normalize(NormalizationForm.FormKC).TrimStart() switch
    {
        ['≥', ..] or ['>', '=', ..] => '≥',
        ['≤', ..] or ['<', '=', ..] => '≤',
        ['=', ..] => '=',
        var words => Find(Signs, words),
    };

    /// <summary>What the domain reads: an enum's name where a word stands for one, else the text as it is.</summary>
    public static string Value(CriterionField field, string text) => field switch
    {
        CriterionField.Proof => Find(Proofs, text)?.ToString() ?? text,
        CriterionField.Phase => Find(Phases, text)?.ToString() ?? text,
        _ => text,
    };

    private static T? Find<T>(Dictionary<string, T> words, string text) where T : struct => words.TryGetValue(Normal(text), out var value) ? value : null;

    private static Dictionary<string, T> Of<T>(params (T Value, string Words)[] rows) => rows.SelectMany(r => Words(r.Words).Select(w => (w, r.Value))).ToDictionary(w => w.w, w => w.Value);

    private static string Normal(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static ImportTarget Target(CriterionField field, TargetRole role, string words, string weak) => new(field.ToString(), role, Words(words)) { WeakWords = Words(weak) };

    private static string[] Words(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
