<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0">
 <NamedLayer>
  <se:Name>parcel</se:Name>
  <UserStyle>
   <se:Name>parcel</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>闲置</se:Name>
     <se:Description>
      <se:Title>闲置</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>stage</ogc:PropertyName>
       <ogc:Literal>idle</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#d7191c</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.9</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#780000</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.5</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>供而未用</se:Name>
     <se:Description>
      <se:Title>供而未用</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>stage</ogc:PropertyName>
       <ogc:Literal>pending</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#ffd92f</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#505050</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.6</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>待定</se:Name>
     <se:Description>
      <se:Title>待定</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>stage</ogc:PropertyName>
       <ogc:Literal>undecided</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#beaed4</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#505050</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.6</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>在建</se:Name>
     <se:Description>
      <se:Title>在建</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>stage</ogc:PropertyName>
       <ogc:Literal>building</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#74add1</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#505050</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.6</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>已建成</se:Name>
     <se:Description>
      <se:Title>已建成</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>stage</ogc:PropertyName>
       <ogc:Literal>completed</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#78b46e</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#505050</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.6</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>基准日后供应</se:Name>
     <se:Description>
      <se:Title>基准日后供应</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>stage</ogc:PropertyName>
       <ogc:Literal>future</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#ebebeb</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.63</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#505050</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.6</se:SvgParameter>
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
       <se:SvgParameter name="fill">#c8c8c8</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.63</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#505050</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.6</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
