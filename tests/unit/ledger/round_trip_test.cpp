#include <gtest/gtest.h>

#include "findings/failure.hpp"
#include "ledger/reader.hpp"
#include "ledger/styles.hpp"
#include "written.hpp"

namespace yongdi::ledger {
namespace {

using measures::Exact;

TEST(RoundTrip, EveryParcelColumnComesBack) {
  Folder folder;
  Contents contents = some_contents();
  double figure = 0.1;
  for (const Column<ParcelRow>& column : columns<ParcelRow>()) {
    if (column.info.type == Type::real) column.set(contents.parcels[0], figure *= 1.7);
  }
  write_ledger(folder / "a.gpkg", contents);
  const auto back = Reader(folder / "a.gpkg").parcel("Z1");
  ASSERT_TRUE(back);
  for (const Column<ParcelRow>& column : columns<ParcelRow>()) EXPECT_EQ(column.cell(*back), column.cell(contents.parcels[0])) << column.info.name;
}

TEST(RoundTrip, HostileTextsComeBackUnchangedAndFindTheirRow) {
  Folder folder;
  Contents contents = some_contents();
  contents.parcels.clear();
  for (const std::string& text : hostile_texts()) {
    ParcelRow row = parcel("id " + text);
    row.name = text;
    contents.parcels.push_back(row);
  }
  write_ledger(folder / "a.gpkg", contents);
  const Reader reader(folder / "a.gpkg");
  for (const std::string& text : hostile_texts()) {
    const auto back = reader.parcel("id " + text);
    ASSERT_TRUE(back) << text;
    EXPECT_EQ(back->name, text);
    const auto facts = reader.facts(facts::Layer::parcels, "id " + text);
    ASSERT_TRUE(facts) << text;
    EXPECT_EQ(std::get<std::string>(facts->rows[0].values[0]), "id " + text);
  }
}

TEST(RoundTrip, EveryTableIsReadBack) {
  Folder folder;
  write_ledger(folder / "a.gpkg");
  const Reader reader(folder / "a.gpkg");
  EXPECT_EQ(reader.receipt().at("as_of"), "2024-12-31");
  EXPECT_EQ(reader.rule_documents().at(0).text, "title = \"闲置土地处置办法\"\n");
  EXPECT_EQ(reader.approval("粤府土审(19)〔2024〕144号")->cohort, 2021);
  EXPECT_EQ(reader.approval("粤府土审(19)〔2024〕144号")->supply_rate, std::nullopt);
  EXPECT_EQ(reader.park("K01")->name, "高新区");
  EXPECT_EQ(reader.balance("K01").at(0).class_name, "idle");
  EXPECT_EQ(reader.balance("K01").at(1).area_m2, std::nullopt);
  EXPECT_EQ(reader.indicators("K01").at(0).high, std::nullopt);
  EXPECT_EQ(reader.indicators("K01").at(0).unknown_count, 1);
  EXPECT_EQ(reader.parks_of("Z1").at(0).share, 1.0);
  EXPECT_EQ(reader.parcels_of("粤府土审(19)〔2024〕144号").at(0).linked_by, "both");
  EXPECT_EQ(reader.approvals_of("Z1").size(), 1U);
  EXPECT_EQ(reader.findings_on("parcel", "Z1").at(0).row, 7);
  EXPECT_EQ(reader.findings_on("parcel", "Z1").size(), 1U) << "the other finding on Z1 is about a park of that id";
  EXPECT_EQ(reader.ids(), (std::vector<std::string>{"Z1", "Z2", "粤府土审(19)〔2024〕144号", "K01"}));
  EXPECT_EQ(reader.parcel("Z9"), std::nullopt);
}

// What was declared decides at a limit, so it must come back as the very number: a third of 1 亩 is 2000/9 m².
TEST(RoundTrip, DeclaredFiguresComeBackExactly) {
  struct Case {
    const char* what;
    Exact value;
  };
  const Case cases[] = {
      {"two decimals", *Exact::parse("9999.99")},
      {"1 mu", Exact::ratio(2000, 3)},
      {"0.01 mu", Exact::ratio(20, 3)},
      {"1 square foot", *Exact::parse("0.09290304")},
      {"16 digits and more", *Exact::parse("12345678901.2345678")},
      {"a long way behind the point", *Exact::parse("0.000000000000012345")},
      {"negative", *Exact::parse("-0.1")},
      {"zero", Exact(0)},
      {"whole", Exact(40000)},
  };
  Folder folder;
  for (const auto& [what, value] : cases) {
    facts::Table facts = parcel_facts();
    facts.rows.push_back({0, 3, std::vector<facts::Value>(facts.columns.size())});
    facts.rows.push_back({1, 4, std::vector<facts::Value>(facts.columns.size())});
    const auto area = static_cast<std::size_t>(
        std::find(facts.columns.begin(), facts.columns.end(), facts::find_field(facts::Layer::parcels, "area")) - facts.columns.begin());
    facts.rows[1].values[area] = value;
    {
      Writer writer(folder / "f.gpkg", true, kZone38, day("2024-12-31"));
      fill(writer, some_contents());
      writer.write_facts(facts, std::vector<std::string>{"Z1", "Z2"});
      writer.finish();
    }
    const Reader reader(folder / "f.gpkg");
    const auto back = reader.facts(facts::Layer::parcels, "Z2");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->columns, facts.columns);
    EXPECT_EQ(back->rows[0].values, facts.rows[1].values) << what;
    EXPECT_EQ(back->sources, std::vector<std::string>{"投资.xlsx"});
    EXPECT_EQ(back->rows[0].number, 4);
    EXPECT_EQ(reader.facts(facts::Layer::parcels, "Z1")->rows[0].values, facts.rows[0].values) << "not known stays not known";
    EXPECT_EQ(reader.facts(facts::Layer::parcels, "Z3"), std::nullopt);
    EXPECT_EQ(reader.facts(facts::Layer::approvals, "Z2"), std::nullopt) << "no approvals were given";
  }
}

// Z1 has its name from the layer, Z2 from the table, which both give; the price is the table's alone.
TEST(RoundTrip, TellsWhereEachFactWasRead) {
  facts::Table facts = parcel_facts();
  const auto field = [](std::string_view name) { return facts::find_field(facts::Layer::parcels, name); };
  const auto at = [&](std::string_view name) { return std::find(facts.columns.begin(), facts.columns.end(), field(name)) - facts.columns.begin(); };
  facts.origins = {{field("id"), 0, "监管号", ""}, {field("name"), 0, "项目", ""}, {field("name"), 1, "名称", ""}, {field("area"), 0, "面积", "mu"},
                   {field("price"), 1, "价款(元)", "yuan"}};
  for (const std::int64_t number : {3, 4}) {
    facts::Row row{0, number, std::vector<facts::Value>(facts.columns.size()), {{1, number + 30}}, std::vector<std::uint8_t>(facts.columns.size())};
    row.values[static_cast<std::size_t>(at("name"))] = std::string("甲");
    row.values[static_cast<std::size_t>(at("price"))] = Exact(5);
    row.filled_by[static_cast<std::size_t>(at("price"))] = 1;
    if (number == 4) row.filled_by[static_cast<std::size_t>(at("name"))] = 1;
    facts.rows.push_back(std::move(row));
  }
  Folder folder;
  {
    Writer writer(folder / "f.gpkg", true, kZone38, day("2024-12-31"));
    fill(writer, some_contents());
    writer.write_facts(facts, std::vector<std::string>{"Z1", "Z2"});
    writer.finish();
  }
  const Reader reader(folder / "f.gpkg");
  for (const char* id : {"Z1", "Z2"}) {
    const auto back = reader.facts(facts::Layer::parcels, id);
    ASSERT_TRUE(back);
    const facts::Row& written = facts.rows[id == std::string("Z2") ? 1 : 0];
    EXPECT_EQ(back->sources, facts.sources) << id;
    EXPECT_EQ(back->origins, facts.origins) << id;
    EXPECT_EQ(back->rows[0].partners, written.partners) << id;
    EXPECT_EQ(back->rows[0].filled_by, written.filled_by) << id;
    EXPECT_EQ(facts::whence(*back, back->rows[0], "price").header, "价款(元)") << id;
    EXPECT_EQ(facts::whence(*back, back->rows[0], "price").row, written.number + 30) << id;
    EXPECT_EQ(facts::whence(*back, back->rows[0], "area").unit, "mu") << id;
  }
}

TEST(Reader, LeavesNothingBesideTheLedger) {
  Folder folder;
  write_ledger(folder / "a.gpkg");
  const Reader reader(folder / "a.gpkg");
  EXPECT_TRUE(reader.parcel("Z1"));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.gpkg"});
}

TEST(Reader, SaysWhatIsNoLedger) {
  Folder folder;
  Contents foreign = some_contents();
  foreign.program = "another program";
  write_ledger(folder / "foreign.gpkg", foreign);
  std::ofstream(folder / "text.gpkg") << "this is a text, and long enough to be taken for something else by nobody at all";
  std::ofstream(folder / "empty.gpkg");
  for (const char* name : {"missing.gpkg", "foreign.gpkg", "text.gpkg", "empty.gpkg", "."}) {
    try {
      const Reader reader(folder / name);
      ADD_FAILURE() << name << " was taken for a ledger";
    } catch (const findings::Failure& failure) {
      EXPECT_EQ(failure.status(), findings::Exit::input) << name;
      EXPECT_NE(failure.text().zh.find(name), std::string::npos) << failure.text().zh;
    }
  }
}

TEST(Reader, ACutFileFailsWithWords) {
  Folder folder;
  write_ledger(folder / "a.gpkg");
  std::filesystem::resize_file(folder / "a.gpkg", std::filesystem::file_size(folder / "a.gpkg") / 3);
  try {
    const Reader reader(folder / "a.gpkg");
    static_cast<void>(reader.receipt());
    static_cast<void>(reader.ids());
    ADD_FAILURE() << "a third of a ledger was read as if it were whole";
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::input);
  }
}

TEST(Styles, EveryLayerHasOne) {
  const std::vector<Style> styles = load_styles(std::filesystem::path(YONGDI_DATA_DIR) / "styles");
  for (const TableDescription& each : dictionary()) {
    if (each.table.geometry.empty()) continue;
    const auto found = std::find_if(styles.begin(), styles.end(), [&](const Style& style) { return style.table == each.table.name; });
    ASSERT_NE(found, styles.end()) << each.table.name;
    EXPECT_NE(found->qml.find("<qgis "), std::string::npos);
    EXPECT_NE(found->sld.find("<StyledLayerDescriptor"), std::string::npos);
  }
  EXPECT_THROW(load_styles("/no/such/folder"), findings::Failure);
}

}  // namespace
}  // namespace yongdi::ledger
