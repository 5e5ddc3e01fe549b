using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Features.Customers.Import.Traits;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>The headings people give the columns of a list of companies or of contacts. The earlier word, and the earlier target, wins.</summary>
public static class ImportVocabulary
{
    private const string ContactPrefix = "Contact";

    /// <summary>A column that a person leaves out on purpose.</summary>
    public static readonly ImportTarget LeftOut = new("-", TargetRole.Plain, []);

    public static ImportWords All { get; } = new(
    [
        Target(CustomerField.Name, TargetRole.Essence, "客户名称|公司名称|企业名称|单位名称|客户|公司|企业|单位|客戶名稱|公司名稱|企業名稱|客戶|Company|Customer|Company name|Customer name|Account|Account name|Organisation|Organization|Client|候选客户|候选企业|候选公司|Candidate", "名称|名稱|Name"),
        Target(ContactField.Name, TargetRole.Essence, "联系人|联系人姓名|姓名|接口人|对接人|客户联系人|聯絡人|聯繫人|Contact|Contact name|Contact person|Full name|Person", "负责人|Name"),
        Target(CustomerField.ShortName, TargetRole.Plain, "简称|客户简称|公司简称|簡稱|Short name|Alias|Abbreviation", ""),
        Target(CustomerField.Industry, TargetRole.Plain, "行业|所属行业|客户行业|行業|Industry|Sector|Branch", "类型|领域"),
        Target(CustomerField.HeadCount, TargetRole.Plain, "人数|员工人数|员工数|人员规模|員工人數|People|Employees|Headcount|Head count|Number of employees|Staff", ""),
        Target(CustomerField.Size, TargetRole.Plain, "规模|企业规模|公司规模|客户规模|规模等级|規模|Size|Size tier|Company size|Tier", ""),
        Target(CustomerField.Region, TargetRole.Plain, "地区|区域|所在地区|省份|城市|所在地|地區|區域|Region|Area|Country|City|Location|Territory", "地址|Address"),
        Target(CustomerField.StandingSource, TargetRole.Plain, "行业地位来源|地位来源|来源|依据|來源|Source|Standing source|Source of standing|Evidence", ""),
        Target(CustomerField.Standing, TargetRole.Plain, "行业地位|行业排名|市场地位|排名|影响力|行業地位|Standing|Standing in the industry|Market position|Ranking|Influence", ""),
        Target(ContactField.Department, TargetRole.Plain, "部门|所在部门|所属部门|部門|Department|Dept|Dept.|Team", ""),
        Target(ContactField.Title, TargetRole.Plain, "职务|职位|岗位|头衔|職務|職位|Title|Job title|Position|Role|Function", ""),
        Target(ContactField.Phone, TargetRole.Plain, "电话|手机|手机号|手机号码|联系电话|联系方式|電話|手機|Phone|Mobile|Tel|Tel.|Telephone|Phone number|Cell", ""),
        Target(ContactField.Email, TargetRole.Plain, "邮箱|电子邮箱|邮件|电子邮件|郵箱|電子郵件|E-mail|Email|Mail|Email address|E-mail address", ""),
        Target(ContactField.Im, TargetRole.Plain, "微信|微信号|钉钉|即时通讯|IM|WeChat|Messenger|DingTalk|Teams|WhatsApp|Chat", ""),
        Target(ContactField.HasAuthority, TargetRole.Plain, "话事权|有话事权|话语权|决策人|是否决策人|决策权|話事權|Authority|Has authority|Decision maker|Decision-maker", ""),
        Target(ContactField.Resources, TargetRole.Plain, "可调动资源|可调动的资源|资源|可調動資源|Resources|Can direct|Resources they can direct", ""),
        Target(ContactField.EmergencyOrder, TargetRole.Plain, "紧急联系顺序|紧急联系人顺序|联系顺序|紧急顺序|緊急聯繫順序|Emergency order|Emergency|Called|Call order", ""),
        Target(CustomerField.Notes, TargetRole.Note, "备注|说明|客户备注|備註|Notes|Note|Remarks|Remark|Comment|Comments", ""),
    ],
    Words("需求描述|问题描述|用例编号|Issue Description|Test Case ID"),
    Words("说明|填写说明|填表说明|使用说明|帮助|字典|选项|說明|Help|Instructions|Guide|Readme|Lists|Options"));

    /// <summary>The same for candidates, with what a screening sheet says of the six traits.</summary>
    public static ImportWords Candidates { get; } = All with { Targets = [.. All.Targets, .. TraitVocabulary.Targets] };

    public static CustomerField? Company(string? key) => Enum.TryParse<CustomerField>(key, out var field) ? field : null;

    public static ContactField? Contact(string? key) =>
        key?.StartsWith(ContactPrefix, StringComparison.Ordinal) == true && Enum.TryParse<ContactField>(key[ContactPrefix.Length..], out var field) ? field : null;

    public static string Key(ContactField field) => ContactPrefix + field;

    /// <summary>What a column was taken for, in the reader's language.</summary>
    public static string Word(string key) => Company(key) is { } fact ? fact.Word() : Contact(key) is { } known ? CustomerWords.Said(CustomerImportText.OfContact, known.Word()) : TraitVocabulary.Word(key) ?? key;

    private static ImportTarget Target(CustomerField field, TargetRole role, string words, string weak) => new(field.ToString(), role, Words(words)) { WeakWords = Words(weak) };

    private static ImportTarget Target(ContactField field, TargetRole role, string words, string weak) => new(Key(field), role, Words(words)) { WeakWords = Words(weak) };

    private static string[] Words(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
