<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0">
 <NamedLayer>
  <se:Name>stock_change</se:Name>
  <UserStyle>
   <se:Name>stock_change</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>新增存量</se:Name>
     <se:Description>
      <se:Title>新增存量</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>effect</ogc:PropertyName>
       <ogc:Literal>new</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#fd8d3c</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#a63603</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>无事件减少</se:Name>
     <se:Description>
      <se:Title>无事件减少</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>effect</ogc:PropertyName>
       <ogc:Literal>without_event</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#e31a1c</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#800026</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>数据不同</se:Name>
     <se:Description>
      <se:Title>数据不同</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>effect</ogc:PropertyName>
       <ogc:Literal>data</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#c8c878</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#6e6e32</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>规则不同</se:Name>
     <se:Description>
      <se:Title>规则不同</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>effect</ogc:PropertyName>
       <ogc:Literal>law</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#9ecae1</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#2171b5</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>图形不同</se:Name>
     <se:Description>
      <se:Title>图形不同</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>effect</ogc:PropertyName>
       <ogc:Literal>outline</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#bebebe</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>其他</se:Name>
     <se:Description>
      <se:Title>其他</se:Title>
     </se:Description>
     <se:ElseFilter/>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#dcdcdc</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#787878</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
