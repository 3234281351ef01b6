"""The files, in the forms bureaus have. The same data always gives the same bytes."""
import csv
import os
import re
import zipfile
from datetime import date, datetime
import openpyxl
from osgeo import gdal, ogr, osr
from .check import multipolygon, polygon
from .model import stream

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2024-12-31T00:00:00Z")     # GeoPackage's last_change
STYLES = ("{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0.year}/{0.month}/{0.day}", "{0:%Y%m%d}", "{0.year}年{0.month}月{0.day}日")
MISSING = ("", "1900-01-01", "--", "/", "")


def reference(code):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(code)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def add(layer, shape, values):
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        if isinstance(value, date):
            feature.SetField(name, value.year, value.month, value.day, 0, 0, 0, 0)
        elif value is not None:
            feature.SetField(name, value)
    if shape is not None:
        feature.SetGeometry(shape)
    layer.CreateFeature(feature)


def layer_of(driver, path, name, srs, geometry, fields, **options):
    if os.path.exists(path):
        os.remove(path)
    source = ogr.GetDriverByName(driver).CreateDataSource(path)
    layer = source.CreateLayer(name, srs, geometry, options=[f"{k}={v}" for k, v in options.items()])
    for field, kind, *width in fields:
        definition = ogr.FieldDefn(field, kind)
        if width:
            definition.SetWidth(width[0])
            definition.SetPrecision(width[1] if len(width) > 1 else 0)
        layer.CreateField(definition)
    return source, layer


def write_parks(folder, parks):
    text, real = ogr.OFTString, ogr.OFTReal
    source, layer = layer_of("GPKG", folder + "/parks.gpkg", "园区", reference(4526), ogr.wkbMultiPolygon,
                             [("园区代码", text), ("园区名称", text), ("级别", text), ("上级园区", text),
                              ("核准面积(公顷)", real), ("区县", text)])
    for p in parks:
        add(layer, multipolygon(p.polygons),
            {"园区代码": p.id, "园区名称": p.name, "级别": p.level, "上级园区": p.parent or None,
             "核准面积(公顷)": p.declared_ha, "区县": p.county})
    del layer, source


def write_approvals(folder, approvals):
    text, real, day = ogr.OFTString, ogr.OFTReal, ogr.OFTDate
    source, layer = layer_of("GPKG", folder + "/批次.gpkg", "农转用批次", reference(4547), ogr.wkbPolygon,
                             [("批准文号", text), ("批次名称", text), ("批准日期", day), ("批准机关", text),
                              ("批准面积(公顷)", real), ("指标类型", text), ("项目类型", text),
                              ("撤回面积(公顷)", real), ("撤回日期", day), ("撤回文号", text)])
    for a in approvals:
        ring = [(round(x - 38e6, 3), y) for x, y in a.polygon]      # zone 38 without its prefix
        add(layer, polygon(ring),
            {"批准文号": a.id, "批次名称": a.name, "批准日期": a.approved_on, "批准机关": a.authority,
             "批准面积(公顷)": a.declared_ha, "指标类型": a.quota_type, "项目类型": a.kind,
             "撤回面积(公顷)": a.withdrawn_ha, "撤回日期": a.withdrawn_on, "撤回文号": a.withdrawn_doc})
    del layer, source


def written(value, style, missing):
    if value is None:
        return missing
    return value if isinstance(value, str) else style.format(value)


def write_parcels(folder, parcels):
    text, path = ogr.OFTString, folder + "/供地.shp"
    for end in (".shp", ".shx", ".dbf", ".prj", ".cpg"):
        if os.path.exists(path[:-4] + end):
            os.remove(path[:-4] + end)
    gdal.SetConfigOption("SHAPE_ENCODING", "CP936")
    source, layer = layer_of("ESRI Shapefile", path, "供地", reference(4526), ogr.wkbPolygon,
                             [("电子监管号", text, 20), ("项目名称", text, 60), ("使用权人", text, 60),
                              ("面积公顷", ogr.OFTReal, 12, 4), ("批准文号", text, 40), ("供地方式", text, 12),
                              ("土地用途", text, 16), ("行业代码", text, 8), ("合同日期", text, 14), ("约定开工", text, 14),
                              ("约定竣工", text, 14), ("实际开工", text, 14), ("实际竣工", text, 14)],
                             ENCODING="CP936", DBF_DATE_LAST_UPDATE="2024-12-31")
    # Each block was typed by someone else, with a date style and a sign for "nothing" of their own.
    rng, habits = stream("date styles"), {}
    for p in parcels:
        if p.block.name not in habits:
            habits[p.block.name] = rng.choice(STYLES), rng.choice(MISSING)
        habit, f = habits[p.block.name], p.facts
        add(layer, p.ring and polygon(p.ring[::-1]),
            {"电子监管号": p.id, "项目名称": p.project, "使用权人": p.holder, "面积公顷": p.declared_ha,
             "批准文号": p.approval_text, "供地方式": p.mode, "土地用途": p.use, "行业代码": p.industry,
             **{name: written(f.get(key), *habit) for name, key in
                (("合同日期", "contract_on"), ("约定开工", "start_due"), ("约定竣工", "finish_due"),
                 ("实际开工", "started_on"), ("实际竣工", "finished_on"))}})
    del layer, source
    # GBK bytes that nothing announces, as the desktop programs of old left them.
    if os.path.exists(path[:-4] + ".cpg"):
        os.remove(path[:-4] + ".cpg")
    with open(path[:-4] + ".dbf", "r+b") as dbf:
        dbf.seek(29)
        dbf.write(b"\0")


LEDGER = [("电子监管号", "id"), ("成交价格(万元)", "price"), ("约定容积率下限", "plot_ratio_min"), ("约定容积率上限", "plot_ratio_max"),
          ("约定交地时间", "delivery_due"), ("实际交地时间", "delivered_on"), ("施工许可证日期", "permit_on"),
          ("基础类型", "foundation"), ("基础完成比例", "foundation_done"), ("应动工面积(公顷)", "to_develop_ha"),
          ("已开发面积(公顷)", "developed_ha"), ("总投资额(万元)", "investment_total"), ("已投资额(万元)", "investment_made"),
          ("停工日期", "stopped_on"), ("闲置原因代码", "cause"), ("原因起", "cause_from"), ("原因止", "cause_to"),
          ("原因核实", "cause_verified"), ("延期协议签订日期", "extension_signed_on"), ("新约定开工", "extension_start_due"),
          ("认定书文号", "determination_doc"), ("认定日期", "determination_on"), ("处置方式", "disposal_method"), ("处置日期", "disposal_on"),
          ("处置文号", "disposal_doc"), ("备注", "remark")]
TYPED_DAYS = {"delivery_due", "delivered_on", "permit_on", "stopped_on"}     # the other days are text in the workbook


def ledger_cell(key, value, rng):
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day) if key in TYPED_DAYS else f"{value:%Y-%m-%d}"
    if value is None and key in ("delivered_on", "permit_on", "stopped_on"):
        return rng.choice((None, None, None, "--", "/"))
    return value


def write_ledger(folder, parcels, strangers):
    rng, path = stream("ledger"), folder + "/合同台账.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "合同台账"
    sheet.append([header for header, _ in LEDGER])
    rows = [{**p.facts, "id": p.id} for p in parcels if p.in_ledger]
    rows += [{"id": key, "price": 800.0, "plot_ratio_min": 1.0, "remark": "图形待补"} for key in strangers]
    rng.shuffle(rows)                                    # not in the layer's order
    for row in rows:
        sheet.append([ledger_cell(key, row.get(key), rng) for _, key in LEDGER])
    for column, (_, key) in enumerate(LEDGER, 1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = 20 if key == "id" else 14
        if key in TYPED_DAYS:
            for (cell,) in sheet.iter_rows(2, None, column, column):
                cell.number_format = "yyyy-mm-dd"
    sheet.freeze_panes = "B2"
    book.properties.creator = "yongdi make-sample"
    book.properties.created = book.properties.modified = datetime(2024, 12, 31)
    book.save(path)
    settle_zip(path)


def settle_zip(path):
    """Pack the workbook again with fixed times: saving stamps it with the clock."""
    with zipfile.ZipFile(path) as old:
        members = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members:
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2024-12-31T00:00:00Z", data)
            info = zipfile.ZipInfo(name, (2024, 12, 31, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(info, data)


def with_commas(value):
    return value if value is None or isinstance(value, str) else f"{value:,.2f}"


def write_investments(folder, parcels, strangers):
    with open(folder + "/投资.csv", "w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["电子监管号", "固定资产投资(万元)", "年营业收入(万元)", "年纳税总额(万元)", "总建筑面积(平方米)"])
        for p in parcels:
            if p.invest and p.in_ledger:
                rows.writerow([p.id, with_commas(p.invest["fixed"]), with_commas(p.invest["revenue"]),
                               p.invest["tax"], p.invest["floor_area"]])
        for key in strangers:
            rows.writerow([key, "3,200.00", None, None, None])


def write_buildings(folder, buildings):
    text, real = ogr.OFTString, ogr.OFTReal
    source, layer = layer_of("GPKG", folder + "/buildings.gpkg", "建筑物", reference(4526), ogr.wkbPolygon,
                             [("建筑编号", text), ("层数", ogr.OFTInteger), ("层高", real), ("建筑面积(平方米)", real),
                              ("竣工日期", text), ("用途", text)])
    for b in buildings:
        add(layer, polygon(b.ring),
            {"建筑编号": b.id, "层数": b.floors, "层高": b.storey_height, "建筑面积(平方米)": b.floor_area,
             "竣工日期": written(b.finished_on, "{0:%Y-%m-%d}", None), "用途": b.use or None})
    del layer, source


def write_defects(folder, defects):
    with open(folder + "/defects.csv", "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["code", "layer", "subject_id", "field", "note_zh", "note_en"])
        for d in sorted(defects, key=lambda d: (d.code, d.subject_id, d.field)):
            rows.writerow([d.code, d.layer, d.subject_id, d.field, d.note_zh, d.note_en])
