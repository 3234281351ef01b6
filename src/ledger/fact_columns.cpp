#include "ledger/fact_columns.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "ledger/binding.hpp"

namespace yongdi::ledger {
namespace {

Type type_of(facts::Kind kind) {
  switch (kind) {
    case facts::Kind::text:
    case facts::Kind::code:
    case facts::Kind::yes_no:
      return Type::text;
    case facts::Kind::day:
      return Type::date;
    case facts::Kind::number:
    case facts::Kind::area:
    case facts::Kind::money:
      return Type::real;
  }
  throw std::logic_error("a field of no known kind");
}

std::string_view unit_of(facts::Kind kind) { return kind == facts::Kind::area ? "m²" : kind == facts::Kind::money ? "万元" : ""; }

// Holds the names that the columns view.
class FactColumns {
 public:
  FactColumns(facts::Layer layer, ColumnInfo id) : m_columns{id} {
    m_columns.push_back({"source", Type::text, "", "来源文件（图层）", "file (and layer) the facts were read from"});
    m_columns.push_back({"row", Type::integer, "", "来源行号", "row in that file"});
    const std::span<const facts::Field> fields = facts::fields(layer);
    m_names.reserve(fields.size());
    for (const facts::Field& field : fields) {
      m_names.push_back(facts::fact_column(field));
      m_columns.push_back({m_names.back(), type_of(field.kind), unit_of(field.kind), field.zh, field.en});
    }
  }
  FactColumns(const FactColumns&) = delete;
  FactColumns& operator=(const FactColumns&) = delete;
  [[nodiscard]] std::span<const ColumnInfo> columns() const { return m_columns; }

 private:
  std::vector<std::string> m_names;
  std::vector<ColumnInfo> m_columns;
};

void require_kept(facts::Layer layer) {
  if (std::find(kFactLayers.begin(), kFactLayers.end(), layer) == kFactLayers.end()) {
    throw std::logic_error("the facts of layer '" + std::string(facts::name(layer)) + "' are not kept in the ledger");
  }
}

}  // namespace

const TableInfo& fact_table(facts::Layer layer) {
  static constexpr TableInfo kParcel{"parcel_fact", "", "宗地原始数据（读取并规范化后），每宗地一行；结论即据此作出",
                                     "facts of a parcel as read and normalised, one row per parcel: what the verdicts were made from", "parcel_id"};
  static constexpr TableInfo kApproval{"approval_fact", "", "批次原始数据（读取并规范化后），每个批文一行；结论即据此作出",
                                       "facts of an approval as read and normalised, one row per approval: what the figures were made from",
                                       "approval_id"};
  static constexpr TableInfo kCause{"cause_fact", "", "闲置原因记录（读取并规范化后），每段时间一行", "causes of delay as read and normalised, one row per period",
                                    "parcel_id"};
  static constexpr TableInfo kReason{"reason_fact", "", "未供应原因和处置方式记录（读取并规范化后），每项一行",
                                     "reasons not supplied and methods of disposal as read and normalised, one row each", "approval_id"};
  static constexpr TableInfo kFirm{"firm_fact", "", "企业记录（读取并规范化后），每个企业每年一行", "firms on parcels as read and normalised, one row per firm and year",
                                   "parcel_id"};
  require_kept(layer);
  switch (layer) {
    case facts::Layer::approvals:
      return kApproval;
    case facts::Layer::causes:
      return kCause;
    case facts::Layer::reasons:
      return kReason;
    case facts::Layer::firms:
      return kFirm;
    default:
      return kParcel;
  }
}

std::span<const ColumnInfo> fact_columns(facts::Layer layer) {
  constexpr ColumnInfo kParcelId{"parcel_id", Type::text, "", "宗地编号", "parcel id"};
  constexpr ColumnInfo kApprovalId{"approval_id", Type::text, "", "批准文号", "approval number"};
  constexpr ColumnInfo kAboutParcel{"parcel_id", Type::text, "", "所属宗地编号；空为找不到该宗地", "parcel it is about; NULL when there is no such parcel"};
  constexpr ColumnInfo kAboutApproval{"approval_id", Type::text, "", "所属批准文号；空为找不到该批次", "approval it is about; NULL when there is no such approval"};
  static const FactColumns kParcel(facts::Layer::parcels, kParcelId);
  static const FactColumns kApproval(facts::Layer::approvals, kApprovalId);
  static const FactColumns kCause(facts::Layer::causes, kAboutParcel);
  static const FactColumns kReason(facts::Layer::reasons, kAboutApproval);
  static const FactColumns kFirm(facts::Layer::firms, kAboutParcel);
  require_kept(layer);
  switch (layer) {
    case facts::Layer::approvals:
      return kApproval.columns();
    case facts::Layer::causes:
      return kCause.columns();
    case facts::Layer::reasons:
      return kReason.columns();
    case facts::Layer::firms:
      return kFirm.columns();
    default:
      return kParcel.columns();
  }
}

template <>
const TableInfo& table_info<FactExactRow>() {
  static constexpr TableInfo kTable{"fact_exact", "", "二进制小数无法准确保存的原始数据（如 1 亩 = 2000/3 m²），以分数保存，每个数一行",
                                    "declared figures that a binary number cannot keep (1 mu = 2000/3 m²), kept as fractions, one row each",
                                    "subject_id"};
  return kTable;
}
template <>
std::span<const Column<FactExactRow>> columns() {
  using R = FactExactRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::subject>("subject", "", "对象：parcel、approval，或一行记录：cause、reason、firm", "what it belongs to: parcel, approval, or a record: cause, reason, firm"),
      bind<&R::subject_id>("subject_id", "", "对象编号；记录为其所在表的 fid", "id of the subject; of a record its fid in its table"),
      bind<&R::field>("field", "", "字段，即 parcel_fact 等表的列名", "column of parcel_fact and so on"),
      bind<&R::value>("value", "", "准确值（分数），单位同该列", "the exact figure, in the unit of that column"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<FactSourceRow>() {
  static constexpr TableInfo kTable{"fact_source", "", "原始数据各字段读自哪个文件的哪一列、按什么单位读取，每列一行",
                                    "which column of which file a field was read from, and in which unit, one row per column", ""};
  return kTable;
}
template <>
std::span<const Column<FactSourceRow>> columns() {
  using R = FactSourceRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::subject>("subject", "", "对象：parcel、approval", "what the field belongs to: parcel, approval"),
      bind<&R::field>("field", "", "字段，即 parcel_fact 或 approval_fact 的列名", "column of parcel_fact or approval_fact"),
      bind<&R::source>("source", "", "来源文件（图层）", "file (and layer) with the column"),
      bind<&R::header>("header", "", "该列在来源中的名称", "what the source calls the column"),
      bind<&R::unit>("unit", "", "读取时的单位（m2、ha、mu、wan_yuan……，% 为百分数）；数值自带单位的从其自带",
                     "unit its numbers were read in (m2, ha, mu, wan_yuan …, % for per cent), unless a value carries its own"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<FactJoinRow>() {
  static constexpr TableInfo kTable{"fact_join", "", "与宗地或批次挂接的附表行，每行一行",
                                    "rows of joined tables that belong to a parcel or an approval, one row each", "subject_id"};
  return kTable;
}
template <>
std::span<const Column<FactJoinRow>> columns() {
  using R = FactJoinRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::subject>("subject", "", "对象：parcel、approval", "what it was joined to: parcel, approval"),
      bind<&R::subject_id>("subject_id", "", "对象编号", "id of the subject"),
      bind<&R::source>("source", "", "附表文件（图层）", "file (and layer) of the table"),
      bind<&R::row>("row", "", "附表行号", "row in that file"),
      bind<&R::fields>("fields", "", "多个来源都有的字段中，由本行填入的，以逗号分隔",
                       "those it filled, of the fields that several sources give, joined by commas"),
  };
  return kColumns;
}

}  // namespace yongdi::ledger
