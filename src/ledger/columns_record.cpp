// Tables about the run itself: findings, the rules in force, the rule documents, the receipt.
#include "ledger/binding.hpp"

namespace yongdi::ledger {

template <>
const TableInfo& table_info<UndecidedRow>() {
  static constexpr TableInfo kTable{"undecided", "", "缺失且使结论待定的字段，每个对象每个字段一行，连同应补之处",
                                    "fields whose absence leaves something undecided, one row per subject and field, with what would settle it", "subject_id field"};
  return kTable;
}
template <>
std::span<const Column<UndecidedRow>> columns() {
  using R = UndecidedRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::subject>("subject", "", "对象：parcel、approval", "what it concerns: parcel, approval"),
      bind<&R::subject_id>("subject_id", "", "对象编号", "id of the subject"),
      bind<&R::field>("field", "", "缺失的字段", "the field that is missing"),
      bind<&R::source>("source", "", "应补录的文件（图层）", "file (and layer) to fill it in"),
      bind<&R::row>("row", "", "该文件中的行号；空为该文件没有这一行", "row of that file; NULL when it has none for this one"),
      bind<&R::header>("header", "", "该文件中的列名；空为没有这一列", "column of that file; NULL when no source has such a column"),
      bind<&R::blocks>("blocks", "", "因此待定的列", "columns it leaves undecided"),
      bind<&R::area_m2>("area_m2", "m²", "涉及面积", "land at stake"),
      bind<&R::settle_zh>("settle_zh", "", "补什么即可判定（中文）", "what would settle it, in Chinese"),
      bind<&R::settle_en>("settle_en", "", "补什么即可判定（英文）", "what would settle it, in English"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<OverrideRow>() {
  static constexpr TableInfo kTable{"override", "", "更正记录及其采用情况，每条一行；源文件从不改动",
                                    "corrections on record and what became of each, one row each; sources are never changed", "subject"};
  return kTable;
}
template <>
std::span<const Column<OverrideRow>> columns() {
  using R = OverrideRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::layer>("layer", "", "图层", "layer"),
      bind<&R::subject>("subject", "", "对象编号", "id of what is corrected"),
      bind<&R::field>("field", "", "字段（规范名）", "field, by its canonical name"),
      bind<&R::old_value>("old_value", "", "更正记录所写原值", "value it set out to correct, as written"),
      bind<&R::new_value>("new_value", "", "更正记录所写更正值", "value that is to count, as written"),
      bind<&R::outcome>("outcome", "", "采用情况：applied 已采用、stale 原值不符、expired 已过期、unmatched 找不到对象、unreadable 值读不出",
                        "what became of it: applied, stale, expired, unmatched, unreadable"),
      bind<&R::source_value>("source_value", "", "源数据读到的值（该字段的规范单位）", "value read from the source, in the canonical unit of the field"),
      bind<&R::value>("value", "", "采用的值（该字段的规范单位）", "value that counts, in the canonical unit of the field"),
      bind<&R::who>("who", "", "更正人", "who decided it"),
      bind<&R::day>("day", "", "更正日期", "day it was decided"),
      bind<&R::document>("document", "", "依据文号", "its document"),
      bind<&R::expires>("expires", "", "有效期至（含当日）", "last day it is applied"),
      bind<&R::source>("source", "", "更正记录所在文件", "file the correction stands in"),
      bind<&R::row>("row", "", "行号", "row in that file"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<FindingRow>() {
  static constexpr TableInfo kTable{"finding", "GEOMETRY", "问题与提示，每条一行", "findings, one row each", "subject_id other_id"};
  return kTable;
}
template <>
std::span<const Column<FindingRow>> columns() {
  using R = FindingRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::finding_id>("finding_id", "", "问题编号，各次运行之间不变", "id of the finding, stable between runs"),
      bind<&R::code>("code", "", "问题代码", "code of the finding"),
      bind<&R::severity>("severity", "", "严重程度：error 错误、warning 警告、notice 提示、info 信息", "severity: error, warning, notice, info"),
      bind<&R::owner>("owner", "", "归属：data 数据、rule 规则、geometry 图形", "what it is about: data, rule, geometry"),
      bind<&R::source>("source", "", "来源文件（图层）", "file (and layer) it comes from"),
      bind<&R::row>("row", "", "来源行号", "row in that file"),
      bind<&R::field>("field", "", "来源字段名", "field in that file"),
      bind<&R::subject>("subject", "", "对象：park、approval、parcel、building 或图层名",
                        "what it concerns: park, approval, parcel, building, or a layer"),
      bind<&R::subject_id>("subject_id", "", "对象编号，空为整个图层", "id of the subject; NULL when it concerns a whole layer"),
      bind<&R::other_id>("other_id", "", "问题涉及两个对象时，另一对象的编号", "id of the other subject where a finding lies between two"),
      bind<&R::message_zh>("message_zh", "", "说明（中文）", "message in Chinese"),
      bind<&R::message_en>("message_en", "", "说明（英文）", "message in English"),
      bind<&R::fix_zh>("fix_zh", "", "改正办法（中文）", "how to mend it, in Chinese"),
      bind<&R::fix_en>("fix_en", "", "改正办法（英文）", "how to mend it, in English"),
      bind<&R::blocks>("blocks", "", "因此无法确定的列", "columns it leaves undecided"),
      bind<&R::area_m2>("area_m2", "m²", "涉及面积", "land at stake"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<RuleRow>() {
  static constexpr TableInfo kTable{"rule", "", "基准日有效的规则参数，每个参数一行", "rule parameters in force on the as-of day, one row each",
                                    "parameter"};
  return kTable;
}
template <>
std::span<const Column<RuleRow>> columns() {
  using R = RuleRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::rule_id>("rule_id", "", "规则编号", "id of the rule"),
      bind<&R::document>("document", "", "文件名称", "title of the legal document"),
      bind<&R::number>("number", "", "文号", "number of the document"),
      bind<&R::article>("article", "", "条款（中文）", "article, in Chinese"),
      bind<&R::article_en>("article_en", "", "条款（英文）", "the same in English"),
      bind<&R::version>("version", "", "版本", "version of the document"),
      bind<&R::in_force_from>("in_force_from", "", "施行日期", "in force from"),
      bind<&R::in_force_to>("in_force_to", "", "失效前最后一日，空为继续有效", "last day in force; NULL when open"),
      bind<&R::parameter>("parameter", "", "参数名", "name of the parameter"),
      bind<&R::value>("value", "", "参数值，单位见 unit", "value, in the unit of column unit"),
      bind<&R::unit>("unit", "", "参数单位", "unit of the value"),
      bind<&R::status>("status", "", "来源：read 见原文、secondary 转引、placeholder 暂代值",
                       "how sure it is: read (in the instrument), secondary, placeholder"),
      bind<&R::statement_zh>("statement_zh", "", "规则表述（中文）", "the rule in words, in Chinese"),
      bind<&R::statement_en>("statement_en", "", "规则表述（英文）", "the rule in words, in English"),
      bind<&R::level>("level", "", "文件层级：national、provincial、municipal、park", "level of the document: national, provincial, municipal, park"),
      bind<&R::use>("use", "", "rule 有规则使用、information 只作记录", "rule: read by a rule of the program; information: recorded only"),
      bind<&R::note_zh>("note_zh", "", "对参数的说明（中文）", "remark on the parameter, in Chinese"),
      bind<&R::note_en>("note_en", "", "对参数的说明（英文）", "the same in English"),
      bind<&R::rejected_zh>("rejected_zh", "", "未采用的其他文件及理由（中文）", "other documents that give the parameter, and why each does not hold, in Chinese"),
      bind<&R::rejected_en>("rejected_en", "", "未采用的其他文件及理由（英文）", "the same in English"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<RuleMissingRow>() {
  static constexpr TableInfo kTable{"rule_missing", "", "尚未编入程序、须人工核查的规则，每条一行", "rules the program does not apply, left to a person, one row each", ""};
  return kTable;
}
template <>
std::span<const Column<RuleMissingRow>> columns() {
  using R = RuleMissingRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::rule_zh>("rule_zh", "", "规则（中文）", "the rule, in Chinese"),
      bind<&R::rule_en>("rule_en", "", "规则（英文）", "the rule, in English"),
      bind<&R::document>("document", "", "所在文件", "the document it stands in"),
      bind<&R::article>("article", "", "条款（中文）", "article, in Chinese"),
      bind<&R::article_en>("article_en", "", "条款（英文）", "the same in English"),
      bind<&R::why_zh>("why_zh", "", "为何没有编入（中文）", "why it is not applied, in Chinese"),
      bind<&R::why_en>("why_en", "", "为何没有编入（英文）", "why it is not applied, in English"),
      bind<&R::by_hand_zh>("by_hand_zh", "", "须人工做什么（中文）", "what a person has to do, in Chinese"),
      bind<&R::by_hand_en>("by_hand_en", "", "须人工做什么（英文）", "what a person has to do, in English"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<RuleDocumentRow>() {
  static constexpr TableInfo kTable{"rule_document", "", "所用规则文件全文，每个文件一行", "rule files used, one row each, with their full text",
                                    "name"};
  return kTable;
}
template <>
std::span<const Column<RuleDocumentRow>> columns() {
  using R = RuleDocumentRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::name>("name", "", "规则文件名", "name of the rule file"),
      bind<&R::sha256>("sha256", "", "SHA-256 校验值", "SHA-256 of the file"),
      bind<&R::text>("text", "", "文件全文", "its full text"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ReceiptRow>() {
  static constexpr TableInfo kTable{"receipt", "", "运行凭据，每项一行", "facts about the run, one row each", "key"};
  return kTable;
}
template <>
std::span<const Column<ReceiptRow>> columns() {
  using R = ReceiptRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::key>("key", "", "项目", "what it is"),
      bind<&R::value>("value", "", "内容", "what was recorded"),
  };
  return kColumns;
}

}  // namespace yongdi::ledger
