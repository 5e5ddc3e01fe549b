using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>
/// The headings customers give the columns of a requirement table, collected from real files and templates.
/// The order counts: of two columns with words for one target, the earlier word wins; of two targets, the earlier target.
/// </summary>
public static class RequirementWords
{
    public const string No = "No";
    public const string Category = "Category";
    public const string Title = "Title";
    public const string Description = "Description";
    public const string Screenshot = "Screenshot";
    public const string Urgency = "Urgency";
    public const string Reporter = "Reporter";
    public const string ReportedAt = "ReportedAt";
    public const string Owner = "Owner";
    public const string Status = "Status";
    public const string Notes = "Notes";
    public const string Department = "Department";
    public const string Customer = "Customer";
    public const string Phase = "Phase";
    public const string TargetDate = "TargetDate";
    public const string Resolution = "Resolution";
    public const string SnoozedUntil = "SnoozedUntil";

    public static ImportWords All { get; } = new(
    [
        Target(Description, TargetRole.Essence,
            "问题详细描述|问题描述|问题说明|需求描述|需求内容|需求场景描述|详细说明|详细描述|功能描述|描述|内容|工作内容|事项|异常情况|现象|问题|意见描述|问题内容|"
            + "問題詳細描述|問題描述|問題說明|需求說明|詳細說明|問題|內容|說明|"
            + "Description|Issue Description|Risk Description|Description of Risk|Description of Change|Deliverable Description|Requirement Description|Test Case Description|Details|Actual result|Issue|Risk|Points|Requirement",
            "步骤|重现步骤|建议|意见|反馈内容|Steps to reproduce|Feedback|Comment text"),
        Target(Title, TargetRole.Essence,
            "标题|需求标题|问题标题|需求名称|主题|用例标题|标题名称|標題|主題|需求名稱|Title|Summary|Subject|Headline|Requirement Name|Deliverable Name",
            "名称|名稱|Name|概述|简述"),
        Target(No, TargetRole.Number,
            "序号|编号|问题序号|需求编号|问题编号|Bug编号|单据号|ID号|用例编号|項次|編號|序號|"
            + "No.|No|#|ID|ID #|Issue ID|Bug Id|Defect ID|Risk ID|Requirement ID|Req ID|Ticket|Test Case ID|number|Sl No.|Sl. No.|S/N|Serial No.|NN|Outline Number",
            "号|Item|Item No."),
        Target(Category, TargetRole.Plain,
            "产品类别|产品分类|类别|分类|模块|模块名称|所属模块|所属功能模块|功能模块|功能板块|需求类型|问题类型|问题位置|子系统|项目|來源|来源|需求来源|阶段|核心点|工位号|"
            + "產品類別|類別|模組|分類|系統|Category|Product category|Module|Module/Functionality|Component|Area|Group|Issue Type|Request Type|Product Type|Risk Category|Type|tags",
            "产品|系统|功能|产品名称|Product|Product Name|Audit Technique"),
        Target(Screenshot, TargetRole.Picture,
            "问题截图|截图|图片|问题图|设计图|运行图|正常图|正常效果图|效果图|附图|附件|截图/附件|頭像|头像|問題截圖|截圖|圖片|附件圖|"
            + "Screenshot|Screenshots|Screenshot/video|Picture|Image|Attachment|Attachments", "", many: true),
        Target(Urgency, TargetRole.Plain,
            "紧急程度|紧急度|优先级|优先级排序|优先程度|重要程度|严重程度|重要性|緊急程度|優先順序|優先級|嚴重程度|"
            + "Urgency|Priority|Priority Rating|Severity|Impact|Impact Rating|Risk Ranking|Importance", "综合排序|Likelihood Rating"),
        Target(Reporter, TargetRole.Plain,
            "反馈人|提出人|提交人|反馈人员|外部反馈人|需求发起人|需求提出人|发起人|测试人|评审组|由谁创建|创建人|联系人|紀錄|回報者|反饋人|提出者|"
            + "Reporter|Reported by|Raised By|Detected By|Requester|Requested by|Submitted by|Created By|created_by|Author|Test Case written by|Auditor", ""),
        Target(ReportedAt, TargetRole.Plain,
            "反馈时间|反馈日期|提出时间|提出日期|提交时间|客户提出的日期|接收时间|出现时间|创建时间|创建日期|测试日期|调试时间|登记时间|日期|时间|反饋時間|提出時間|提出日期|建立時間|"
            + "Reported at|Reported on|Date Raised|Date Reported|Created|Created on|created_at|Detected on Date|Detectd on Date|Date|Starting Date|Audit Date", ""),
        Target(Owner, TargetRole.Plain,
            "跟进人|负责人|责任人|责任方|处理人|当前负责人|接收人|指派给|对接人|跟進人|負責人|處理人|責任人|Owner|Assigned To|Assignee|Responsible|Risk Owner|Action Resource|Handled by|responded_by",
            "相关人员|Reviewer"),
        Target(Status, TargetRole.Plain,
            "状态|需求状态|当前状态|问题状态|处理状态|处理情况|处理意见|完成状态|调试状态|评判结果|解决状态|狀態|處理狀態|處理情況|Status|State|Current Status|Approval Status|Implementation Status",
            "转待办|轉待辦|追蹤|完成情况|是否解决"),
        Target(Notes, TargetRole.Note,
            "说明|备注|状态备注|需求评价|需求背景|背景|注释|補充說明|补充说明|備註|測試結果|Notes|Note|Remarks|Remark|Comments|Comment|Decision|Outcome|Results|Logs|response",
            "二次验收|复测|预期|代码|Expected result", many: true),
        Target(Department, TargetRole.Plain, "部门|需求部门|反馈部门|提出部门|所属部门|科室|部門|Department|Dept|Business Unit|Team", ""),
        Target(Customer, TargetRole.Plain, "客户|客户名称|客户公司|客戶|客戶名稱|Customer|Customer Name|Client|Account", ""),
        Target(Phase, TargetRole.Plain, "需求阶段|项目阶段|反馈阶段|所属阶段|項目階段|Phase|Project Phase|Stage", ""),
        Target(TargetDate, TargetRole.Plain,
            "期望时间|期望完成时间|期望日期|计划完成时间|截止时间|截至时间|截止日期|计划上线时间|预计发布时间|预计完成时间|期限|預計交付日|Target Date|Due Date|Due|Date for Resolution|Needed by", ""),
        Target(Resolution, TargetRole.Plain, "解决方案|解决方法|解决办法|处理结果|处理方案|修正方式|修改方案|解決方案|處理結果|Resolution|Solution|Fix|Corrective Action|Actions", ""),

        // Only as our own files call it: no customer puts our work off.
        Target(SnoozedUntil, TargetRole.Plain, "暂缓至|Snoozed until", ""),
    ],
    Words("用例编号|用例标题|用例类型|前置条件|测试步骤|预期结果|Test Case ID|Test Case Description|Test Data|Steps To Execute|Test Steps"),
    Words("说明|填写说明|填表说明|使用说明|填写指南|填写须知|注意事项|帮助|字典|数据字典|选项|下拉选项|枚举|說明|填寫說明|使用說明|選項|Help|Instructions|Instruction|Guide|Guidance|Readme|Read me|How to|Lists|List of values|Options|Lookup|Lookups|Dropdowns"));

    private static ImportTarget Target(string key, TargetRole role, string words, string weakWords, bool many = false) =>
        new(key, role, Words(words)) { WeakWords = Words(weakWords), Many = many };

    private static string[] Words(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
