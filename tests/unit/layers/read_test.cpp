// Whole sources, small ones, as they come in.
#include "layers/read.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings/finding.hpp"
#include "geometry/region.hpp"
#include "layers/recognise.hpp"
#include "measures/digest.hpp"
#include "sources.hpp"

namespace yongdi::layers {
namespace {

using ::testing::HasSubstr;
using namespace layers::testing;

Written parcels(std::vector<layers::testing::Row> rows, std::vector<layers::testing::Column> columns = {{"id"}, {"area"}}) {
  Written what;
  what.columns = std::move(columns);
  what.rows = std::move(rows);
  return what;
}

TEST(Reading, TakesAGeoPackageAsItIs) {
  const Folder folder;
  write_source(folder / "p.gpkg", parcels({{square(0), {"001", "10000"}}, {square(1), {" 002 ", "1公顷"}}}));
  const std::string before = measures::sha256(std::string(std::istreambuf_iterator<char>(std::ifstream(folder / "p.gpkg").rdbuf()), {}));
  Reading reading(folder, "p.gpkg");
  const ReadLayer layer = reading.read();
  ASSERT_EQ(layer.read, 2U);
  EXPECT_EQ(value(layer, 0, "id"), "001");
  EXPECT_EQ(value(layer, 1, "id"), "002");
  EXPECT_EQ(value(layer, 1, "area"), "10000");
  EXPECT_EQ(layer.raw.table.rows[1].number, 2);
  EXPECT_NEAR(geometry::plane_area(layer.raw.features[0].shape), 10000, 1e-6);
  EXPECT_EQ(reading.count("UNIT_ASSUMED"), 1U);
  EXPECT_EQ(reading.count("FIELD_RECOGNISED"), 0U) << "canonical names need no telling";
  ASSERT_EQ(reading.inputs.size(), 1U);
  EXPECT_EQ(reading.inputs[0].name, "p.gpkg");
  EXPECT_EQ(reading.inputs[0].sha256, before);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "nothing may be left beside the source";
}

TEST(Reading, KeepsTextsByteForByte) {
  const Folder folder;
  std::string longest;
  for (int i = 0; i < 20000; ++i) longest += "长";
  const std::string odd = "\u202e反\x01向𠮷";
  write_source(folder / "p.gpkg", parcels({{square(0), {"a", odd}}, {square(1), {"b", longest}}}, {{"id"}, {"name"}}));
  Reading reading(folder, "p.gpkg");
  const ReadLayer layer = reading.read();
  EXPECT_EQ(value(layer, 0, "name"), odd);
  EXPECT_EQ(value(layer, 1, "name"), longest);
}

TEST(Reading, TypedColumnsAndLongNumbers) {
  const Folder folder;
  write_source(folder / "p.gpkg", parcels({{square(0), {"4418022020123456", "2024/12/31", "2024/12/30 16:00:00+00", "0.1"}}},
                                          {{"id", OFTInteger64}, {"contract_on", OFTDate}, {"start_due", OFTDateTime}, {"plot_ratio_min", OFTReal}}));
  Reading reading(folder, "p.gpkg");
  const ReadLayer layer = reading.read();
  EXPECT_EQ(value(layer, 0, "id"), "4418022020123456");
  EXPECT_EQ(value(layer, 0, "contract_on"), "2024-12-31");
  EXPECT_EQ(value(layer, 0, "start_due"), "2024-12-31") << "16:00 in UTC is midnight in China";
  EXPECT_EQ(value(layer, 0, "plot_ratio_min"), "0.1");
}

TEST(Reading, SaysWhatItCannotReadAndWhere) {
  const Folder folder;
  write_source(
      folder / "p.gpkg",
      parcels({{square(0), {"a", "1900-01-01", "--", "是"}}, {square(1), {"b", "不详", "很多", "也许"}}, {square(2), {"c", "/", "１，２００", ""}}},
              {{"id"}, {"contract_on"}, {"area"}, {"monitored"}}));
  Reading reading(folder, "p.gpkg");
  const ReadLayer layer = reading.read();
  for (const char* field : {"contract_on", "area"}) EXPECT_EQ(value(layer, 0, field), "?") << field;
  for (const char* field : {"contract_on", "area", "monitored"}) EXPECT_EQ(value(layer, 1, field), "?") << field;
  EXPECT_EQ(value(layer, 2, "contract_on"), "?");
  EXPECT_EQ(value(layer, 2, "area"), "1200");
  EXPECT_EQ(reading.count("DATE_UNREADABLE"), 1U);
  EXPECT_EQ(reading.count("VALUE_UNREADABLE"), 1U);
  EXPECT_EQ(reading.count("CODE_UNKNOWN"), 1U);
  const findings::Finding& finding = reading.first("DATE_UNREADABLE");
  EXPECT_EQ(finding.subject_id, "b");
  EXPECT_EQ(finding.place.row, 2);
  EXPECT_EQ(finding.place.field, "contract_on");
  for (const findings::Finding& each : reading.findings) EXPECT_THAT(findings::message(each).en, ::testing::Not(HasSubstr("{")));
}

TEST(Units, ProjectOverValueOverHeaderOverDefault) {
  const Folder folder;
  write_source(folder / "p.gpkg", parcels({{square(0), {"a", "15", "2", "30000公顷"}}, {square(1), {"b", "15亩", "2亿元", "1"}}},
                                          {{"电子监管号"}, {"面积（公顷）"}, {"成交价格"}, {"绿地面积"}}));
  Reading reading(folder, "p.gpkg");
  reading.project.parcels.fields["green_area"] = {"绿地面积", measures::find_unit("mu")};
  const ReadLayer layer = reading.read();
  EXPECT_EQ(value(layer, 0, "area"), "150000");          // header
  EXPECT_EQ(value(layer, 1, "area"), "10000");           // value
  EXPECT_EQ(value(layer, 0, "price"), "2");              // default 万元
  EXPECT_EQ(value(layer, 1, "price"), "20000");          // value
  EXPECT_EQ(value(layer, 0, "green_area"), "20000000");  // the project's mu, not the value's ha
  EXPECT_EQ(reading.count("UNIT_ASSUMED"), 2U);
  EXPECT_EQ(reading.count("FIELD_RECOGNISED"), 3U);
}

TEST(Units, AWrongOneIsSuspected) {
  const Folder folder;
  std::vector<layers::testing::Row> rows;
  for (int i = 0; i < 5; ++i) rows.push_back({square(i), {"p" + std::to_string(i), i == 0 ? "10000" : "15.01"}});  // 15 亩 in a column without unit
  write_source(folder / "p.gpkg", parcels(rows));
  Reading reading(folder, "p.gpkg");
  reading.read();
  ASSERT_EQ(reading.count("UNIT_WRONG"), 1U) << "one finding for the whole column";
  EXPECT_EQ(reading.count("UNIT_SUSPECT"), 0U);
  EXPECT_THAT(findings::message(reading.first("UNIT_WRONG")).zh, HasSubstr("5 个中有 4 个"));
  EXPECT_THAT(findings::fix(reading.first("UNIT_WRONG")).zh, HasSubstr("unit = \"mu\""));
}

TEST(Fields, ExplicitMappingAndTheBetterOfTwo) {
  const Folder folder;
  write_source(folder / "p.gpkg", parcels({{square(0), {"P1", "Z1", "甲"}}}, {{"宗地号"}, {"电子监管号"}, {"谁"}}));
  Reading reading(folder, "p.gpkg");
  reading.project.parcels.fields["holder"] = {"谁", nullptr};
  const ReadLayer layer = reading.read();
  EXPECT_EQ(value(layer, 0, "id"), "Z1");
  EXPECT_EQ(value(layer, 0, "holder"), "甲");
  EXPECT_EQ(reading.count("FIELD_AMBIGUOUS"), 1U);
  reading.project.parcels.fields["holder"] = {"电子监管好", nullptr};
  EXPECT_THAT(reading.refusal(), HasSubstr("Did you mean \"电子监管号\""));
}

TEST(Layers, SeveralWithoutANameAreListed) {
  const Folder folder;
  Written what = parcels({{square(0), {"a", "1"}}});
  what.layer = "宗地";
  write_source(folder / "p.gpkg", what);
  what.layer = "园区";
  write_source(folder / "p.gpkg", what);
  Reading reading(folder, "p.gpkg");
  EXPECT_THAT(reading.refusal(), HasSubstr("宗地, 园区"));
  reading.project.parcels.layer = "宗";
  EXPECT_THAT(reading.refusal(), HasSubstr("Did you mean"));
  reading.project.parcels.layer = "宗地";
  EXPECT_EQ(reading.read().raw.table.sources[0], "p.gpkg | 宗地");
}

TEST(Layers, WhereAndEmptiness) {
  const Folder folder;
  write_source(folder / "p.gpkg", parcels({{square(0), {"a", "1"}}, {square(1), {"b", "2"}}}));
  Reading reading(folder, "p.gpkg");
  reading.project.parcels.where = "id = 'b'";
  EXPECT_EQ(value(reading.read(), 0, "id"), "b");
  reading.project.parcels.where = "idd = 'b'";
  EXPECT_THAT(reading.refusal("EPSG:4526", findings::Exit::usage), HasSubstr("where"));
  reading.project.parcels.where = "id = 'z'";
  EXPECT_THAT(reading.refusal(), HasSubstr("no features"));
  reading.project.approvals = reading.project.parcels;
  reading.findings.clear();
  EXPECT_EQ(reading.read("EPSG:4526", facts::Layer::approvals).read, 0U);
  EXPECT_EQ(reading.count("LAYER_EMPTY"), 1U);
}

Written shapefile(const char* encoding) {
  Written what = parcels({{square(0), {"Z1", "清远示例公司"}}, {square(1), {"Z2", "英德示例公司"}}}, {{"电子监管"}, {"用地单位"}});
  what.driver = "ESRI Shapefile";
  what.options = {encoding};
  what.type = wkbPolygon;
  return what;
}

TEST(Encoding, OfAShapefile) {
  struct Case {
    const char *what, *written;
    bool cpg;
    int language;  // -1: as written
    std::size_t guesses;
    const char* setting;
  };
  const Case cases[] = {
      {"GBK that says nothing", "ENCODING=CP936", false, 0, 1, nullptr},
      {"GBK by its language byte", "ENCODING=CP936", false, 0x4D, 0, nullptr},
      {"GBK with the byte of any machine", "ENCODING=CP936", false, 0x57, 1, nullptr},
      {"GBK as the user says", "ENCODING=CP936", false, 0, 0, "GBK"},
      {"UTF-8 that says nothing", "ENCODING=UTF-8", false, 0, 1, nullptr},
      {"UTF-8 by its .cpg", "ENCODING=UTF-8", true, -1, 0, nullptr},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    const Folder folder;
    write_source(folder / "p.shp", shapefile(c.written));
    if (!c.cpg) fs::remove(folder / "p.cpg");
    if (c.language >= 0) folder.patch("p.dbf", 29, static_cast<char>(c.language));
    Reading reading(folder, "p.shp");
    if (c.setting != nullptr) reading.project.parcels.encoding = c.setting;
    const ReadLayer layer = reading.read();
    EXPECT_EQ(value(layer, 0, "holder"), "清远示例公司");
    EXPECT_EQ(layer.raw.table.rows[0].number, 1);
    EXPECT_EQ(reading.count("ENCODING_GUESSED"), c.guesses);
    EXPECT_EQ(reading.inputs.size(), c.cpg ? 5U : 4U);
  }
}

TEST(Encoding, OfACpgThatLies) {
  const Folder folder;
  write_source(folder / "p.shp", shapefile("ENCODING=CP936"));
  folder.write("p.cpg", "UTF-8");
  Reading reading(folder, "p.shp");
  EXPECT_EQ(value(reading.read(), 1, "holder"), "英德示例公司");
  EXPECT_EQ(reading.count("ENCODING_GUESSED"), 1U);
}

TEST(Whole, ATruncatedSourceIsNeverAShortLayer) {
  std::vector<layers::testing::Row> rows;
  for (int i = 0; i < 3000; ++i) rows.push_back({square(i), {"p" + std::to_string(i), "10000"}});
  for (const char* file : {"p.shp", "p.shx", "p.dbf"}) {
    const Folder folder;
    Written what = parcels(rows);
    what.driver = "ESRI Shapefile";
    what.type = wkbPolygon;
    write_source(folder / "p.shp", what);
    folder.cut(file, 0.7);
    Reading reading(folder, "p.shp");
    EXPECT_THAT(reading.refusal(), HasSubstr("cut short")) << file;
  }
  for (const double share : {0.9, 0.5, 0.1}) {
    const Folder folder;
    write_source(folder / "p.gpkg", parcels(rows));
    folder.cut("p.gpkg", share);
    Reading reading(folder, "p.gpkg");
    EXPECT_THAT(reading.refusal(), HasSubstr("cut short")) << share;
  }
  const Folder folder;
  Written what = parcels({{square(0), {"a", "1"}}});
  what.driver = "ESRI Shapefile";
  what.type = wkbPolygon;
  write_source(folder / "p.shp", what);
  fs::remove(folder / "p.shx");
  Reading reading(folder, "p.shp");
  EXPECT_THAT(reading.refusal(), HasSubstr(".shx"));
  EXPECT_FALSE(fs::exists(folder / "p.shx")) << "a source is never mended in place";
}

TEST(Whole, AnOpenDatabaseIsNotReadPast) {
  const Folder folder;
  write_source(folder / "p.gpkg", parcels({{square(0), {"a", "1"}}}));
  folder.write("p.gpkg-wal", "changes");
  Reading reading(folder, "p.gpkg");
  EXPECT_THAT(reading.refusal(), HasSubstr("save and close"));
}

TEST(Shapes, AreHeldWhateverTheyAre) {
  const Folder folder;
  write_source(folder / "p.gpkg", parcels({{"", {"none", ""}},
                                           {"POINT(38500000 2620000)", {"point", ""}},
                                           {"POLYGON((900000 2620000,900100 2620000,900100 2620100,900000 2620000))", {"elsewhere", ""}},
                                           {"GEOMETRYCOLLECTION(POINT(0 0)," + square(0) + ")", {"mixed", ""}},
                                           {"POLYGON Z((38500000 2620000 1,38500100 2620000 1,38500100 2620100 1,38500000 2620000 1))", {"z", ""}},
                                           {"CURVEPOLYGON(CIRCULARSTRING(38500000 2620000,38500200 2620000,38500000 2620000))", {"disc", ""}}}));
  Reading reading(folder, "p.gpkg");
  const ReadLayer layer = reading.read();
  using cadastre::ShapeState;
  const ShapeState expected[] = {ShapeState::missing, ShapeState::not_polygon, ShapeState::outside_crs,
                                 ShapeState::polygon, ShapeState::polygon,     ShapeState::polygon};
  ASSERT_EQ(layer.raw.features.size(), 6U);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(layer.raw.features[i].state, expected[i]) << value(layer, i, "id");
  EXPECT_EQ(layer.raw.features[1].note, "POINT");
  EXPECT_EQ(reading.count("LAYER_SKIPPED_SHAPES"), 1U);
  EXPECT_NEAR(geometry::plane_area(layer.raw.features[4].shape), 5000, 1e-6);
  EXPECT_NEAR(geometry::plane_area(layer.raw.features[5].shape), 31415.93, 0.2);
}

TEST(Placing, ReprojectsSwapsAndRefuses) {
  const Folder folder;
  Written what = parcels({{"POLYGON((113 23.68,113.001 23.68,113.001 23.681,113 23.681,113 23.68))", {"a", ""}}});
  what.epsg = 4490;
  write_source(folder / "degrees.gpkg", what);
  what.rows = {{"POLYGON((23.68 113,23.681 113,23.681 113.001,23.68 113.001,23.68 113))", {"a", ""}}};
  write_source(folder / "swapped.gpkg", what);
  what = parcels({{square(0), {"a", ""}}});
  what.epsg = 0;
  write_source(folder / "nowhere.gpkg", what);
  what.epsg = 2362;  // Xian 1980, zone 38
  write_source(folder / "xian.gpkg", what);

  Reading plain(folder, "degrees.gpkg"), swapped(folder, "swapped.gpkg"), nowhere(folder, "nowhere.gpkg"), xian(folder, "xian.gpkg");
  const geometry::Box box = plain.read().raw.features[0].shape.box();
  EXPECT_NEAR(box.min_x, 38397971, 200);
  EXPECT_EQ(plain.count("AXIS_SWAPPED"), 0U);
  const geometry::Box turned = swapped.read().raw.features[0].shape.box();
  EXPECT_NEAR(turned.min_x, box.min_x, 1e-6);
  EXPECT_EQ(swapped.count("AXIS_SWAPPED"), 1U);
  EXPECT_THAT(nowhere.refusal(), HasSubstr("no coordinate system"));
  nowhere.project.parcels.crs = "EPSG:4526";
  EXPECT_EQ(nowhere.read().read, 1U);
  EXPECT_EQ(nowhere.count("CRS_FROM_PROJECT"), 1U);
  EXPECT_THAT(xian.refusal("EPSG:4526", findings::Exit::usage), ::testing::AllOf(HasSubstr("Xian 1980"), HasSubstr("tens of metres")));

  std::vector<findings::Finding> findings;
  EXPECT_EQ(Source(plain.project, YONGDI_DATA_DIR).working_system(findings).authority(), "EPSG:4526");
  EXPECT_EQ(Source(swapped.project, YONGDI_DATA_DIR).working_system(findings).authority(), "EPSG:4526");
  EXPECT_EQ(findings.size(), 2U);
  plain.project.crs = "EPSG:3857";
  EXPECT_THROW(Source(plain.project, YONGDI_DATA_DIR).working_system(findings), findings::Failure);
}

TEST(Placing, KnowsAnEsriPrj) {
  const Folder folder;
  Written what = shapefile("ENCODING=UTF-8");
  write_source(folder / "p.shp", what);
  Reading reading(folder, "p.shp");
  std::vector<findings::Finding> findings;
  EXPECT_EQ(Source(reading.project, YONGDI_DATA_DIR).working_system(findings).authority(), "EPSG:4526");
}

TEST(Content, DecidesBeforeTheEnding) {
  const Folder folder;
  Written what = parcels({{"", {"4418022020001", "2020/5/1", "0.5"}}}, {{"电子监管号"}, {"合同签订日期", OFTDate}, {"面积（公顷）", OFTReal}});
  what.driver = "XLSX";
  what.epsg = 0;
  write_source(folder / "book.xlsx", what);
  fs::rename(folder / "book.xlsx", folder / "book.csv");
  Reading reading(folder, "book.csv");
  const ReadLayer layer = reading.read();
  EXPECT_EQ(value(layer, 0, "id"), "4418022020001");
  EXPECT_EQ(value(layer, 0, "contract_on"), "2020-05-01");
  EXPECT_EQ(value(layer, 0, "area"), "5000");
  EXPECT_EQ(layer.raw.table.rows[0].number, 2) << "the row as the spreadsheet shows it";
  EXPECT_EQ(reading.count("CONTENT_NOT_ENDING"), 1U);
  EXPECT_EQ(reading.inputs.at(0).name, "book.csv");
}

TEST(Content, MissingUnreadableAndForeign) {
  const Folder folder;
  folder.write("text.gpkg", "hello");
  folder.write("utf16.csv", std::string("\xFF\xFEi\0d\0", 6));
  Reading missing(folder, "no.gpkg"), text(folder, "text.gpkg"), utf16(folder, "utf16.csv");
  EXPECT_THAT(missing.refusal(), HasSubstr("no such file"));
  EXPECT_THAT(text.refusal(), HasSubstr("cannot be opened"));
  EXPECT_THAT(utf16.refusal(), HasSubstr("UTF-16"));
}

TEST(Joining, FillsBlanksAndTellsTheRest) {
  const Folder folder;
  write_source(folder / "p.gpkg", parcels({{square(0), {"001", "甲"}}, {square(1), {"002", ""}}, {square(2), {"003", "丙"}}}, {{"id"}, {"holder"}}));
  // GBK, as a spreadsheet saves CSV in China: 电子监管号,用地单位,合同日期
  folder.write("t.csv",
               "\xB5\xE7\xD7\xD3\xBC\xE0\xB9\xDC\xBA\xC5,\xD3\xC3\xB5\xD8\xB5\xA5\xCE\xBB,\xBA\xCF\xCD\xAC\xC8\xD5\xC6\xDA\n"
               " 001 ,\xD2\xD2,2020-05-01\n002,\xB6\xA1,2021/6/1\n002,x,\n009,x,\n");
  Reading reading(folder, "p.gpkg");
  settings::TableSetting table;
  table.table.source = "t.csv";
  table.on_layer = "id";
  reading.project.tables = {table};
  const ReadLayer layer = reading.read();
  EXPECT_EQ(value(layer, 0, "holder"), "甲");
  EXPECT_EQ(value(layer, 1, "holder"), "丁");
  EXPECT_EQ(value(layer, 0, "contract_on"), "2020-05-01");
  EXPECT_EQ(value(layer, 1, "contract_on"), "2021-06-01");
  EXPECT_EQ(value(layer, 2, "contract_on"), "?");
  const auto whence = [&](std::size_t row, std::string_view field) { return facts::whence(layer.raw.table, layer.raw.table.rows[row], field); };
  EXPECT_EQ(whence(0, "holder").source, "p.gpkg");
  EXPECT_EQ(whence(0, "holder").header, "holder");
  EXPECT_EQ(whence(1, "holder").source, "t.csv") << "a blank that the table filled";
  EXPECT_EQ(whence(1, "holder").header, "用地单位");
  EXPECT_EQ(whence(1, "holder").row, 3);
  EXPECT_EQ(whence(0, "contract_on").header, "合同日期");
  EXPECT_EQ(whence(0, "contract_on").row, 2);
  EXPECT_EQ(whence(2, "contract_on").header, "合同日期") << "the column that would hold it";
  EXPECT_FALSE(whence(2, "contract_on").row) << "but no row of the table belongs to this parcel";
  EXPECT_TRUE(whence(0, "price").header.empty()) << "no source has it";
  EXPECT_EQ(reading.first("JOIN_CONFLICT").place.field, "用地单位");
  EXPECT_EQ(reading.count("JOIN_CONFLICT"), 1U);
  EXPECT_EQ(reading.count("JOIN_DUPLICATE"), 1U);
  ASSERT_EQ(reading.count("JOIN_UNMATCHED"), 1U);
  EXPECT_EQ(reading.first("JOIN_UNMATCHED").subject_id, "009");
  EXPECT_EQ(reading.first("JOIN_UNMATCHED").place.row, 5);
  EXPECT_EQ(reading.inputs.size(), 2U);
  for (const findings::Finding& each : reading.findings) EXPECT_THAT(findings::message(each).zh, ::testing::Not(HasSubstr("{")));
}

TEST(Drafting, WritesAProjectFileThatCanBeRead) {
  const Folder folder;
  Written what = parcels({{square(0), {"K01", "高新区", "国家级"}}}, {{"园区代码"}, {"园区名称"}, {"级别"}});
  write_source(folder / "园区.gpkg", what);
  what = parcels({{square(0), {"Z1", "甲", "2020-1-1", "1"}}}, {{"电子监管号"}, {"用地单位"}, {"合同签订日期"}, {"面积（公顷）"}});
  write_source(folder / "供地.gpkg", what);
  folder.write("投资.csv", "电子监管号,固定资产投资\nZ1,5\n");
  const std::string text = draft_project({(folder / "供地.gpkg").string(), (folder / "园区.gpkg").string(), (folder / "投资.csv").string()},
                                         folder.path(), YONGDI_DATA_DIR);
  const settings::Project project = settings::parse_project(text, folder / "audit.toml");
  EXPECT_EQ(project.parks.source, "园区.gpkg");
  EXPECT_EQ(project.parcels.source, "供地.gpkg");
  EXPECT_EQ(project.parcels.fields.at("area").unit->name, "ha");
  ASSERT_EQ(project.tables.size(), 1U);
  EXPECT_EQ(project.tables[0].on_table, "电子监管号");
  EXPECT_FALSE(project.as_of.has_value());
  EXPECT_THAT(text, HasSubstr("# as_of"));
}

}  // namespace
}  // namespace yongdi::layers
