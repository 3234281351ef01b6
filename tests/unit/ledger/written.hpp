#pragma once
// A small ledger with one or two rows in every table, for the tests of this room.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "facts/table.hpp"
#include "ledger/writer.hpp"

namespace yongdi::ledger {

// A folder of its own for each test, removed afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "ledger-XXXXXX").string();
    m_path = ::mkdtemp(name.data());
  }
  ~Folder() {
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_all);
    std::filesystem::remove_all(m_path);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator(m_path)) result.push_back(entry.path().filename().string());
    return result;
  }

 private:
  std::filesystem::path m_path;
};

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

template <class T>
void append(std::string& wkb, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  wkb.append(bytes, sizeof value);
}

// A square of `side` metres as a multipolygon of one polygon, and a point.
inline std::string square(double x, double y, double side) {
  std::string wkb("\x01\x06\0\0\0\x01\0\0\0\x01\x03\0\0\0\x01\0\0\0\x05\0\0\0", 22);
  for (const auto& [dx, dy] : {std::pair(0., 0.), {side, 0.}, {side, side}, {0., side}, {0., 0.}}) {
    append(wkb, x + dx);
    append(wkb, y + dy);
  }
  return wkb;
}
inline std::string point(double x, double y) {
  std::string wkb("\x01\x01\0\0\0", 5);
  append(wkb, x);
  append(wkb, y);
  return wkb;
}

inline const SpatialReference kZone38{
    "CGCS2000 / 3-degree Gauss-Kruger zone 38", "EPSG", 4526,
    R"(PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone 38",GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",114],PARAMETER["scale_factor",1],PARAMETER["false_easting",38500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","4526"]])"};

inline Day day(const char* iso) { return Day::parse_iso(iso).value(); }

// Text that hurts wherever it is pasted into something else instead of being kept.
inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> kTexts = {"Robert'); DROP TABLE parcel;--",
                                                  R"(" OR ""=")",
                                                  "<script>alert('地')</script>&amp;",
                                                  "=HYPERLINK(\"http://x\",1+1)",
                                                  "@SUM(A1:A9)",
                                                  std::string("a\0b", 3),
                                                  "tab\tnew\nline\r\x1b[31m\x07",
                                                  std::string(20'000, 'x'),
                                                  "𠮷野家 𪚥",
                                                  "\u202Eabc\u202C \u200F שלום",
                                                  "",
                                                  " "};
  return kTexts;
}

inline ParcelRow parcel(const std::string& id) {
  ParcelRow row;
  row.parcel_id = id;
  row.name = "示例地块";
  row.valid = "yes";
  row.area_m2 = 10000.25;
  row.stage = "idle";
  row.idle = "yes";
  row.idle_class = "IDLE_A1";
  row.start_due = day("2022-06-30");
  row.idle_days = 549;
  row.fee_wan_yuan = 0.1 + 0.2;
  row.inefficient = "n/a";
  row.shape_wkb = square(38'500'000, 2'600'000, 100);
  return row;
}

inline facts::Table parcel_facts() {
  facts::Table table;
  table.layer = facts::Layer::parcels;
  table.sources = {"供地.shp", "投资.xlsx"};
  for (const char* field : {"id", "name", "area", "price", "start_due"}) table.columns.push_back(facts::find_field(facts::Layer::parcels, field));
  std::sort(table.columns.begin(), table.columns.end());
  return table;
}

template <class Row>
void write(Writer& writer, std::vector<Row> rows) {
  writer.write(std::span<const Row>(rows));
}

struct Contents {
  std::vector<ParcelRow> parcels = {parcel("Z1"), parcel("Z2")};
  std::vector<ApprovalRow> approvals;
  std::vector<ParkRow> parks;
  std::vector<FindingRow> findings;
  std::string program = "yongdi 0.1.0";
};

inline Contents some_contents() {
  Contents contents;
  ParkRow park;
  park.park_id = "K01";
  park.name = "高新区";
  park.level = "national";
  park.area_m2 = 1e6;
  park.shape_wkb = square(38'499'000, 2'599'000, 3000);
  contents.parks.push_back(park);
  ApprovalRow approval;
  approval.approval_id = "粤府土审(19)〔2024〕144号";
  approval.approved_on = day("2021-03-04");
  approval.cohort = 2021;
  approval.shape_wkb = square(38'500'000, 2'600'000, 300);
  contents.approvals.push_back(approval);
  FindingRow finding;
  finding.finding_id = "F1";
  finding.code = "PARCELS_OVERLAP";
  finding.severity = "warning";
  finding.owner = "geometry";
  finding.subject = "parcel";
  finding.subject_id = "Z1";
  finding.row = 7;
  finding.message_zh = "重叠";
  finding.shape_wkb = point(38'500'050, 2'600'050);
  contents.findings.push_back(finding);
  finding.finding_id = "F2";
  finding.subject = "park";
  finding.shape_wkb = square(38'500'000, 2'600'000, 5);
  contents.findings.push_back(finding);
  return contents;
}

inline void fill(Writer& writer, const Contents& contents) {
  write(writer, contents.parks);
  write<ParkBalanceRow>(writer, {{"K01", "idle", 10000.25}, {"K01", "unsupplied", std::nullopt}});
  write(writer, contents.approvals);
  write<ApprovalParcelRow>(writer, {{"粤府土审(19)〔2024〕144号", "Z1", 10000.25, "both"}});
  write<UnsuppliedRow>(writer, {{"粤府土审(19)〔2024〕144号", std::nullopt, 5.0, square(38'500'200, 2'600'000, 50)}});
  write(writer, contents.parcels);
  write<ParcelParkRow>(writer, {{"Z1", "K01", 10000.25, 1.0}});
  write<ParkIndicatorRow>(writer, {{"K01", "idle_rate", 0.25, "1", 1.0, 4.0, 0.2, std::nullopt, 1}});
  write<FirmRatingRow>(writer, {});
  write(writer, contents.findings);
  write<RuleRow>(writer, {{"R1", "闲置土地处置办法", "国土资源部令第53号", "第十四条", "art. 14", std::nullopt, day("2012-07-01"), std::nullopt, "idle.fee_rate",
                           0.2, "share", "read", "百分之二十", "20 %"}});
  write<RuleDocumentRow>(writer, {{"gtzyb-53.toml", std::string(64, '0'), "title = \"闲置土地处置办法\"\n"}});
  write<ReceiptRow>(writer, {{"program", contents.program}, {"as_of", "2024-12-31"}});
}

inline void write_ledger(const std::filesystem::path& path, const Contents& contents = some_contents(), bool overwrite = false) {
  Writer writer(path, overwrite, kZone38, day("2024-12-31"), {{"parcel", "<qgis/>", "<StyledLayerDescriptor/>"}});
  fill(writer, contents);
  facts::Table facts = parcel_facts();
  std::vector<std::string> ids;
  for (const ParcelRow& row : contents.parcels) {
    ids.push_back(row.parcel_id);
    facts::Row& fact = facts.rows.emplace_back(facts::Row{1, 12, std::vector<facts::Value>(facts.columns.size())});
    fact.values[0] = row.parcel_id;
  }
  writer.write_facts(facts, ids);
  writer.finish();
}

}  // namespace yongdi::ledger
